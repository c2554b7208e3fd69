package dev.drydock.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import dev.drydock.account.Learner;
import dev.drydock.account.LearnerId;
import dev.drydock.account.Learners;
import dev.drydock.account.SignedInLearner;
import jakarta.servlet.http.Cookie;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An instructor's pages as they are asked for over HTTP, and what of them learners notice. No engine runs. */
@SpringBootTest
@AutoConfigureMockMvc
class TeachTests {

    private static final String LESSON = "/courses/docker-basics/lessons/01-first-container";
    private static final Pattern PERSONAL_CODE = Pattern.compile("((?:[2-9A-Z]{4}-){3}[2-9A-Z]{4})");

    @TempDir
    static Path data;

    @Autowired
    MockMvc http;

    @Autowired
    Learners learners;

    @Autowired
    Classes classes;

    @Autowired
    Members members;

    @Autowired
    JdbcClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private Learner instructor;
    private Learner other;
    private TaughtClass taught;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("drydock.data", data::toString);
        registry.add("drydock.engine.address", () -> "unix://" + data.resolve("no-engine.sock"));
        registry.add("drydock.classroom.open", () -> true);
    }

    @BeforeEach
    void makeAClass() {
        instructor = learners.firstInstructor();
        LearnerId second = learners.add("Other").id();
        database.sql("UPDATE learner SET role = 'instructor' WHERE id = ?")
                .param(second.value())
                .update();
        other = learners.find(second).orElseThrow();
        taught = classes.create(instructor.id(), "Wednesday & <friends>");
    }

    @Test
    void classIsMadeByItsNameAndListed() throws Exception {
        MockHttpServletResponse made = send(post("/teach/classes").param("name", "Night  school"), instructor);

        assertThat(made.getStatus()).isEqualTo(302);
        assertThat(made.getHeader("Location")).matches("/teach/classes/[0-9a-f]{32}");
        assertThat(send(get("/teach"), instructor).getContentAsString()).contains("Night school", "Wednesday &amp;");
        assertThat(send(get("/teach"), other).getContentAsString())
                .contains("No class yet")
                .doesNotContain("Wednesday");
    }

    @Test
    void classWithoutAProperNameIsNotMade() throws Exception {
        MockHttpServletResponse answer = send(post("/teach/classes").param("name", " "), instructor);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Type a name for the class.");
    }

    @Test
    void everyHandlerOfAClassIsThereForItsInstructorAndForNoOther() throws Exception {
        Learner ada = join("Ada");
        List<String[]> asked = handlers.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/teach/classes/{id}"))
                        .map(path -> new String[] {
                            info.getMethodsCondition()
                                    .getMethods()
                                    .iterator()
                                    .next()
                                    .name(),
                            path.replace("{id}", taught.id().value())
                                    .replace("{member}", ada.id().value())
                        }))
                .toList();

        assertThat(asked).hasSizeGreaterThan(15).allSatisfy(handler -> {
            assertThat(send(form(handler[0], handler[1]), other).getStatus())
                    .as("%s %s, asked by another instructor", handler[0], handler[1])
                    .isEqualTo(404);
            if (!handler[1].endsWith("/state")) { // which says 404 to a state that is none
                assertThat(send(form(handler[0], handler[1]), instructor).getStatus())
                        .as("%s %s, asked by the class's instructor", handler[0], handler[1])
                        .isNotEqualTo(404);
            }
            members.add(taught.id(), ada.id());
        });
    }

    @Test
    void memberOfAnotherClassCannotBeReachedThroughOnesOwn() throws Exception {
        Learner ada = join("Ada");
        TaughtClass own = classes.create(other.id(), "Own");

        for (String action : List.of("name", "code", "machine", "remove", "readmit")) {
            assertThat(send(
                                    post(own.path() + "/members/" + ada.id() + "/" + action)
                                            .param("name", "X"),
                                    other)
                            .getStatus())
                    .as(action)
                    .isEqualTo(404);
        }
    }

    @Test
    void whoeverJoinsByTheCodeIsOnTheRosterAndNamesakesAreTold() throws Exception {
        assertThat(http.perform(get(taught.joinPath()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("value=\"" + taught.joinCode() + "\"");
        MockHttpServletResponse joined = joinByForm(taught.joinCode(), "Minjun");
        assertThat(joined.getStatus()).isEqualTo(303);
        Cookie second = Objects.requireNonNull(
                joinByForm(taught.joinCode().toLowerCase(Locale.ROOT), "Minjun").getCookies()[0]);

        assertThat(page()).contains("Minjun", "one of several of that name", taught.joinCode(), "<path");
        assertThat(body(get("/account").cookie(second)))
                .contains("Wednesday &amp; &lt;friends&gt;", "Somebody else in it has the same name.");
    }

    @Test
    void codeThatLetsNobodyInSaysWhy() throws Exception {
        send(post(taught.path() + "/state").param("state", "closed"), instructor);
        assertThat(joinByForm(taught.joinCode(), "Ada").getContentAsString()).contains("takes nobody in at the moment");
        send(post(taught.path() + "/state").param("state", "archived"), instructor);
        assertThat(joinByForm(taught.joinCode(), "Ada").getContentAsString()).contains("a class that is over");
        send(post(taught.path() + "/state").param("state", "open"), instructor);
        send(post(taught.path() + "/settings").param("name", "W").param("seats", "1"), instructor);
        join("Ada");
        MockHttpServletResponse full = joinByForm(taught.joinCode(), "Bo");
        assertThat(full.getStatus()).isEqualTo(403);
        assertThat(full.getContentAsString())
                .contains("seats are all taken", "value=\"" + taught.joinCode() + "\"", "value=\"Bo\"");
        send(post(taught.path() + "/code"), instructor);
        assertThat(joinByForm(taught.joinCode(), "Bo").getContentAsString()).contains("nor the join code of a class");
    }

    @Test
    void whoIsSignedInJoinsAsWhoTheyAre() throws Exception {
        Learner ada = learners.add("Ada");
        MockHttpServletResponse redirect = send(get(taught.joinPath()), ada);
        assertThat(redirect.getHeader("Location"))
                .isEqualTo("/account?code=" + taught.joinCode().replace("-", ""));
        assertThat(send(get("/account").param("code", taught.joinCode()), ada).getContentAsString())
                .contains("Join as Ada", "value=\"" + taught.joinCode() + "\"");

        send(post("/account/join").param("code", taught.joinCode()), ada);
        assertThat(members.find(taught.id(), ada.id().value())).get().matches(Members.Member::isPresent);
        assertThat(send(post("/account/join").param("code", "WRONGONE"), ada).getContentAsString())
                .contains("nor the join code of a class");
        assertThat(send(post("/account/join").param("code", taught.joinCode()), other)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whoIsRemovedIsSignedOutAndToldWhyUntilLetInAgain() throws Exception {
        Cookie browser =
                Objects.requireNonNull(joinByForm(taught.joinCode(), "Ada").getCookies()[0]);
        Matcher code = PERSONAL_CODE.matcher(body(get("/account").cookie(browser)));
        assertThat(code.find()).isTrue();
        LearnerId ada = members.of(taught.id()).getFirst().learner().id();

        send(post(taught.path() + "/members/" + ada + "/remove"), instructor);

        assertThat(http.perform(get("/courses").cookie(browser))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
        assertThat(body(get("/sign-in").cookie(browser)))
                .contains("You were taken out of the class “Wednesday &amp; &lt;friends&gt;”");
        assertThat(comeBack(code.group(1)).getContentAsString()).contains("You were taken out of the class");
        assertThat(page()).contains("Taken out: 1", "Let in again");

        send(post(taught.path() + "/members/" + ada + "/readmit"), instructor);

        assertThat(body(get("/account").cookie(browser))).contains("Ada");
        assertThat(comeBack(code.group(1)).getStatus()).isEqualTo(303);
    }

    @Test
    void listGivesEachNameACodeAndSaysWhatItLeftOut() throws Exception {
        join("Ada");
        byte[] list = "이름,번호\n김민준,1\nAda,2\n,3\n김민준,4\n".getBytes(Charset.forName("EUC-KR"));

        MockHttpServletResponse answer = send(
                multipart(taught.path() + "/invitations")
                        .file(new MockMultipartFile("file", "c.csv", "text/csv", list)),
                instructor);

        assertThat(answer.getContentAsString())
                .contains("김민준", "3 lines were left out", "Line 3", "is on the roster already", "Line 4", "Line 5");
        Matcher code = PERSONAL_CODE.matcher(answer.getContentAsString());
        assertThat(code.find()).isTrue();
        assertThat(comeBack(code.group(1)).getStatus()).isEqualTo(303);
        assertThat(page()).contains("김민준").doesNotContain(code.group(1));
    }

    @Test
    void listThatIsNoneOrTooLongForTheSeatsAddsNobody() throws Exception {
        send(post(taught.path() + "/settings").param("name", "W").param("seats", "1"), instructor);
        String invitations = taught.path() + "/invitations";

        assertThat(send(multipart(invitations).param("names", "Ada\nBo"), instructor)
                        .getContentAsString())
                .contains("not seats enough for 2 more");
        assertThat(send(multipart(invitations).param("names", " \n"), instructor)
                        .getContentAsString())
                .contains("There is no name in it.");
        MockMultipartFile picture =
                new MockMultipartFile("file", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF});
        assertThat(send(multipart(invitations).file(picture), instructor).getContentAsString())
                .contains("text neither in UTF-8 nor in CP949");
        assertThat(members.of(taught.id())).isEmpty();
    }

    @Test
    void learnerIsRenamedAndGetsANewCodeThatIsShownOnce() throws Exception {
        Learner ada = join("Ada");
        String member = taught.path() + "/members/" + ada.id();
        send(post(member + "/name").param("name", "Ada L."), instructor);
        Matcher code =
                PERSONAL_CODE.matcher(send(post(member + "/code"), instructor).getContentAsString());

        assertThat(code.find()).isTrue();
        assertThat(learners.find(ada.id()).orElseThrow().name()).isEqualTo("Ada L.");
        assertThat(page()).contains("Ada L.").doesNotContain(code.group(1));
        assertThat(comeBack(code.group(1)).getStatus()).isEqualTo(303);
        assertThat(send(post(member + "/machine"), instructor).getHeader("Location"))
                .contains("told=machine-");
    }

    @Test
    void courseThatIsNotOpenYetSaysWhenAndNothingOfItIsThere() throws Exception {
        Learner ada = join("Ada");
        send(
                post(taught.path() + "/courses")
                        .param("course", "docker-basics")
                        .param("opens", "2199-03-02T09:00")
                        .param("due", "2199-03-09T09:00"),
                instructor);

        assertThat(send(get("/courses"), ada).getContentAsString())
                .contains("Opens on March 2, 2199", "Due on March 9, 2199")
                .doesNotContain(LESSON);
        MockHttpServletResponse lesson = send(get(LESSON), ada);
        assertThat(lesson.getStatus()).isEqualTo(403);
        assertThat(lesson.getContentAsString()).contains("This course is not open yet", "March 2, 2199");
        assertThat(send(get(LESSON).locale(Locale.KOREAN), ada).getContentAsString())
                .contains("2199년 3월 2일");
        assertThat(send(post(LESSON + "/tasks/run-hello/check"), ada).getStatus())
                .isEqualTo(404);
        assertThat(send(get("/courses"), instructor).getContentAsString()).contains(LESSON);
    }

    @Test
    void hintsAndSolutionsAreShownWhereTheClassShowsThem() throws Exception {
        Learner ada = join("Ada");
        assertThat(send(get(LESSON), ada).getContentAsString()).contains("class=\"hint\"", "class=\"solution-later\"");
        send(post(taught.path() + "/settings").param("name", "W"), instructor);

        assertThat(send(get(LESSON), ada).getContentAsString())
                .contains("<task-card")
                .doesNotContain("class=\"hint\"", "solution-later");
        assertThat(send(get(LESSON), instructor).getContentAsString()).contains("class=\"hint\"");
    }

    @Test
    void courseThatTheClassIsNotShownIsNotThere() throws Exception {
        Learner ada = join("Ada");
        database.sql("INSERT INTO class_course (class_id, course_id) VALUES (?, 'gone')")
                .param(taught.id().value())
                .update();

        assertThat(send(get("/courses"), ada).getContentAsString())
                .contains("Nothing to do yet")
                .doesNotContain(LESSON);
        assertThat(send(get(LESSON), ada).getStatus()).isEqualTo(404);
        assertThat(page()).contains("<h3 id=\"course-0\">gone</h3>");
    }

    @Test
    void timesThatMakeNoSenseAreRefused() throws Exception {
        AbstractMockHttpServletRequestBuilder<?> reversed = post(taught.path() + "/courses")
                .param("course", "docker-basics")
                .param("opens", "2026-03-02T09:00")
                .param("due", "2026-03-01T09:00");

        assertThat(send(reversed, instructor).getContentAsString()).contains("due before it opens");
        assertThat(send(
                                post(taught.path() + "/courses")
                                        .param("course", "docker-basics")
                                        .param("due", "tomorrow"),
                                instructor)
                        .getContentAsString())
                .contains("That is no time.");
        assertThat(send(post(taught.path() + "/settings").param("name", "W").param("seats", "-1"), instructor)
                        .getContentAsString())
                .contains("That is no number of seats.");
    }

    private Learner join(String name) {
        Learner learner = learners.add(name);
        members.add(taught.id(), learner.id());
        return learner;
    }

    private String page() throws Exception {
        return send(get(taught.path()), instructor).getContentAsString();
    }

    private MockHttpServletResponse joinByForm(String code, String name) throws Exception {
        return signIn(post("/sign-in/join").param("code", code).param("name", name));
    }

    private MockHttpServletResponse comeBack(String code) throws Exception {
        return signIn(post("/sign-in/return").param("code", code));
    }

    private MockHttpServletResponse signIn(AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        return http.perform(form.header("Origin", "http://localhost"))
                .andReturn()
                .getResponse();
    }

    private String body(AbstractMockHttpServletRequestBuilder<?> asked) throws Exception {
        return http.perform(asked).andReturn().getResponse().getContentAsString();
    }

    private static AbstractMockHttpServletRequestBuilder<?> form(String method, String path) {
        return path.endsWith("/invitations") && method.equals("POST")
                ? multipart(path)
                : request(HttpMethod.valueOf(method), path);
    }

    private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> asked, Learner who) throws Exception {
        return http.perform(asked.header("Origin", "http://localhost")
                        .with(csrf())
                        .with(authentication(new SignedInLearner(who))))
                .andReturn()
                .getResponse();
    }
}
