package dev.drydock.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.account.Learners;
import dev.drydock.account.Memberships.Admission;
import dev.drydock.account.Memberships.Admission.Admitted;
import dev.drydock.account.Memberships.Admission.Refused;
import dev.drydock.account.Memberships.Membership;
import dev.drydock.account.Memberships.Refusal;
import dev.drydock.account.People;
import dev.drydock.attempt.Policy.CourseRules;
import dev.drydock.classroom.Assignments.Assignment;
import dev.drydock.classroom.Classes.Settings;
import dev.drydock.instance.EachDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Classes, who is in them and what they allow, on each kind of database. */
@ParameterizedClass
@EnumSource(EachDatabase.class)
class ClassesTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T08:00:00Z");

    private final EachDatabase kind;

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private Learners learners;
    private Classes classes;
    private Members members;
    private Assignments assignments;
    private Admissions admissions;
    private ClassPolicy policy;
    private LearnerId instructor;

    ClassesTests(EachDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        DataSource source = kind.in(directory).connections();
        JdbcClient database = JdbcClient.create(source);
        TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        learners = People.in(database);
        classes = new Classes(database, transactions, () -> now);
        members = new Members(database, () -> now);
        assignments = new Assignments(database);
        admissions = new Admissions(classes, members, transactions);
        policy = new ClassPolicy(database);
        instructor = learners.firstInstructor().id();
    }

    @Test
    void createReturnsAnOpenClassThatItsInstructorFinds() {
        TaughtClass made = classes.create(instructor, "Wednesday");

        assertThat(made.joinCode()).matches("[2-9A-HJKMNP-TW-Z]{4}-[2-9A-HJKMNP-TW-Z]{4}");
        assertThat(classes.taughtBy(instructor, made.id().value())).contains(made);
        assertThat(made)
                .isEqualTo(
                        new TaughtClass(made.id(), "Wednesday", ClassState.OPEN, made.joinCode(), 0, true, true, now));
    }

    @Test
    void taughtByWhenTheClassIsAnothersOrNoneReturnsEmpty() {
        TaughtClass made = classes.create(instructor, "Wednesday");
        LearnerId other = learners.add("Somebody").id();

        assertThat(classes.taughtBy(other, made.id().value())).isEmpty();
        assertThat(classes.taughtBy(other)).isEmpty();
        assertThat(classes.taughtBy(instructor, "0".repeat(32))).isEmpty();
        assertThat(classes.taughtBy(instructor, "' OR 1=1 --")).isEmpty();
    }

    @Test
    void taughtByListsTheLatestFirstAndWhatIsOverLastWithTheNumberOfMembers() {
        TaughtClass over = classes.create(instructor, "Over");
        classes.set(over.id(), ClassState.ARCHIVED);
        now = now.minusSeconds(60);
        TaughtClass older = classes.create(instructor, "Older");
        now = now.plusSeconds(30);
        classes.create(instructor, "Newer");
        join(older, "Ada");
        Learner gone = join(older, "Bo");
        members.remove(older.id(), gone.id());

        assertThat(classes.taughtBy(instructor))
                .extracting(listed -> listed.taught().name() + " " + listed.members())
                .containsExactly("Newer 0", "Older 1", "Over 0");
    }

    @Test
    void setChangesWhatIsChosen() {
        TaughtClass made = classes.create(instructor, "Wednesday");
        classes.set(made.id(), new Settings("Thursday", 12, false, true));

        TaughtClass now = classes.taughtBy(instructor, made.id().value()).orElseThrow();
        assertThat(now.name() + now.seats() + now.hints() + now.solutions()).isEqualTo("Thursday12falsetrue");
    }

    @Test
    void admitByTheJoinCodeHoweverTypedPutsOnTheRoster() {
        TaughtClass made = classes.create(instructor, "Wednesday");
        Learner ada = learners.add("Ada");

        Admission admission =
                admissions.admit(made.joinCode().toLowerCase(Locale.ROOT).replace("-", " "), () -> ada);

        assertThat(admission).isEqualTo(new Admitted(ada));
        assertThat(members.of(made.id())).containsExactly(new Members.Member(ada, now, Optional.empty()));
        assertThat(admissions.of(ada.id())).containsExactly(new Membership("Wednesday", false));
    }

    @Test
    void admitWhenTheClassTakesNobodySaysWhyAndAddsNobody() {
        TaughtClass made = classes.create(instructor, "Wednesday");
        classes.set(made.id(), ClassState.CLOSED);
        assertThat(refusal(made.joinCode())).isEqualTo(Refusal.CLOSED);
        classes.set(made.id(), ClassState.ARCHIVED);
        assertThat(refusal(made.joinCode())).isEqualTo(Refusal.ARCHIVED);
        classes.set(made.id(), ClassState.OPEN);
        classes.renewCode(made.id());
        assertThat(refusal(made.joinCode())).isEqualTo(Refusal.UNKNOWN);
        assertThat(refusal("")).isEqualTo(Refusal.UNKNOWN);
        assertThat(members.of(made.id())).isEmpty();
    }

    @Test
    void admitBySeveralAtOnceFillsEverySeatOnce() throws Exception {
        TaughtClass made = classes.create(instructor, "Wednesday");
        classes.set(made.id(), new Settings("Wednesday", 3, true, true));
        int tries = 8;
        CyclicBarrier start = new CyclicBarrier(tries);
        try (ExecutorService threads = Executors.newFixedThreadPool(tries)) {
            List<Callable<Admission>> work = new ArrayList<>();
            for (int number = 0; number < tries; number++) {
                String name = "Learner " + number;
                work.add(() -> {
                    start.await();
                    return admissions.admit(made.joinCode(), () -> learners.add(name));
                });
            }
            int refused = 0;
            for (Future<Admission> outcome : threads.invokeAll(work)) {
                refused += outcome.get().equals(new Refused(Refusal.FULL)) ? 1 : 0;
            }
            assertThat(refused).isEqualTo(tries - 3);
        }
        assertThat(members.count(made.id())).isEqualTo(3);
    }

    @Test
    void namesakesAreToldApartAndToldSo() {
        TaughtClass made = classes.create(instructor, "Wednesday");
        Learner one = join(made, "Minjun");
        now = now.plusSeconds(60);
        Learner other = join(made, "Minjun");

        assertThat(members.of(made.id())).extracting(Members.Member::learner).containsExactly(one, other);
        assertThat(admissions.of(one.id())).containsExactly(new Membership("Wednesday", true));
        members.remove(made.id(), other.id());
        assertThat(admissions.of(one.id())).containsExactly(new Membership("Wednesday", false));
    }

    @Test
    void removedMemberIsNotInTheClassUntilLetInAgain() {
        TaughtClass made = classes.create(instructor, "Wednesday");
        Instant joined = now;
        Learner ada = join(made, "Ada");
        now = now.plusSeconds(60);
        members.remove(made.id(), ada.id());

        assertThat(admissions.removedFrom(ada.id())).contains("Wednesday");
        assertThat(admissions.of(ada.id())).isEmpty();
        assertThat(members.of(made.id())).containsExactly(new Members.Member(ada, joined, Optional.of(now)));

        members.add(made.id(), ada.id());
        assertThat(admissions.removedFrom(ada.id())).isEmpty();
        assertThat(members.of(made.id())).containsExactly(new Members.Member(ada, joined, Optional.empty()));
    }

    @Test
    void removedFromWhenInAnotherClassOrNeverInOneReturnsEmpty() {
        TaughtClass made = classes.create(instructor, "Wednesday");
        TaughtClass other = classes.create(instructor, "Thursday");
        Learner ada = join(made, "Ada");
        members.add(other.id(), ada.id());
        members.remove(made.id(), ada.id());

        assertThat(admissions.removedFrom(ada.id())).isEmpty();
        assertThat(admissions.removedFrom(learners.add("Bo").id())).isEmpty();
    }

    @Test
    void instructorIsOnNobodysRoster() {
        TaughtClass made = classes.create(instructor, "Wednesday");
        members.add(made.id(), instructor);

        assertThat(members.of(made.id())).isEmpty();
        assertThat(members.find(made.id(), instructor.value())).isEmpty();
    }

    @Test
    void policyOfWhoIsInNoClassAllowsEverything() {
        assertThat(policy.of(learners.add("Ada").id()).in("docker-basics")).contains(CourseRules.FREE);
    }

    @Test
    void policyShowsOnlyTheCoursesOfTheClassOnceItHasAny() {
        TaughtClass made = classes.create(instructor, "Wednesday");
        Learner ada = join(made, "Ada");
        assertThat(policy.of(ada.id()).in("docker-basics")).contains(CourseRules.FREE);

        classes.set(made.id(), new Settings("Wednesday", 0, false, true));
        assignments.put(made.id(), new Assignment("compose", Optional.of(MONDAY), Optional.empty()));
        assignments.put(made.id(), new Assignment("compose", Optional.of(MONDAY), Optional.of(FRIDAY)));

        assertThat(policy.of(ada.id()).in("docker-basics")).isEmpty();
        assertThat(policy.of(ada.id()).in("compose"))
                .contains(new CourseRules(Optional.of(MONDAY), Optional.of(FRIDAY), false, true));
        assignments.remove(made.id(), "compose");
        assertThat(policy.of(ada.id()).in("docker-basics")).isPresent();
    }

    @Test
    void policyOfWhoIsInTwoClassesIsTheMoreGenerous() {
        TaughtClass strict = classes.create(instructor, "Strict");
        classes.set(strict.id(), new Settings("Strict", 0, false, false));
        assignments.put(strict.id(), new Assignment("compose", Optional.of(FRIDAY), Optional.of(FRIDAY)));
        TaughtClass mild = classes.create(instructor, "Mild");
        assignments.put(mild.id(), new Assignment("compose", Optional.of(MONDAY), Optional.empty()));
        Learner ada = join(strict, "Ada");
        members.add(mild.id(), ada.id());

        assertThat(policy.of(ada.id()).in("compose"))
                .contains(new CourseRules(Optional.of(MONDAY), Optional.empty(), true, true));
        members.remove(mild.id(), ada.id());
        assertThat(policy.of(ada.id()).in("compose"))
                .contains(new CourseRules(Optional.of(FRIDAY), Optional.of(FRIDAY), false, false));
    }

    private Refusal refusal(String code) {
        Admission admission = admissions.admit(code, () -> {
            throw new AssertionError("asked for somebody although nobody gets in");
        });
        return ((Refused) admission).reason();
    }

    private Learner join(TaughtClass taught, String name) {
        return ((Admitted) admissions.admit(taught.joinCode(), () -> learners.add(name))).learner();
    }
}
