package dev.drydock.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.instance.EachDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(EachDatabase.class)
class PersonalCodesTests {

    private final EachDatabase kind;
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private JdbcClient database;
    private LearnerId learner;
    private PersonalCodes codes;

    PersonalCodesTests(EachDatabase kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database = kind.open(directory);
        learner = new Learners(database, () -> now).add("Ada").id();
        codes = new PersonalCodes(database, () -> now);
    }

    @Test
    void ownerIsWhoseCodeItIsHoweverItIsTyped() {
        codes.renew(learner);
        String code = codes.shown(learner).orElseThrow();

        assertThat(codes.owner(code)).contains(learner);
        assertThat(codes.owner(" " + code.toLowerCase(Locale.ROOT).replace("-", "")))
                .contains(learner);
        assertThat(codes.owner(code.substring(1))).isEmpty();
    }

    @Test
    void renewMakesTheOldCodeWorthNothing() {
        codes.renew(learner);
        String old = codes.shown(learner).orElseThrow();
        codes.renew(learner);

        assertThat(codes.owner(old)).isEmpty();
        assertThat(codes.owner(codes.shown(learner).orElseThrow())).contains(learner);
    }

    @Test
    void shownEndsAfterAWhileAndTheCodeIsGoodAllTheSame() {
        codes.renew(learner);
        String code = codes.shown(learner).orElseThrow();
        now = now.plus(PersonalCodes.SHOWN_FOR);

        assertThat(codes.shown(learner)).isEmpty();
        assertThat(new PersonalCodes(database, () -> now).owner(code)).contains(learner);
    }

    @Test
    void databaseNeverHoldsTheCode() {
        codes.renew(learner);
        String code = CodeText.plain(codes.shown(learner).orElseThrow());

        assertThat(database.sql("SELECT code_hash FROM personal_code")
                        .query(String.class)
                        .single())
                .hasSize(64)
                .doesNotContain(code);
    }
}
