package dev.drydock.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By what learners come back from another device: 16 signs, 77 random bits, one code each. The database knows only its SHA-256; the code
 * itself can be read for an hour after it was made, from memory.
 */
public final class PersonalCodes {

    static final Duration SHOWN_FOR = Duration.ofHours(1);

    private static final int SIGNS = 16;

    private final JdbcClient database;
    private final InstantSource clock;
    private final Map<LearnerId, Fresh> fresh = new ConcurrentHashMap<>();

    PersonalCodes(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Makes a code in place of the one that the learner may have.
     *
     * @return the code, for whoever hands it over: from now on only the learner is shown it
     */
    public String renew(LearnerId learner) {
        long now = clock.millis();
        String code = CodeText.random(SIGNS);
        database.sql("""
                        INSERT INTO personal_code (learner_id, code_hash, made_at) VALUES (?, ?, ?)
                        ON CONFLICT (learner_id) DO UPDATE SET code_hash = excluded.code_hash, made_at = excluded.made_at""")
                .params(learner.value(), Sha256.hex(CodeText.plain(code)), now)
                .update();
        fresh.values().removeIf(old -> old.madeAt() <= now - SHOWN_FOR.toMillis());
        fresh.put(learner, new Fresh(code, now));
        return code;
    }

    /** The learner's code, if it is new enough to be shown. */
    Optional<String> shown(LearnerId learner) {
        return Optional.ofNullable(fresh.get(learner))
                .filter(code -> code.madeAt() > clock.millis() - SHOWN_FOR.toMillis())
                .map(Fresh::code);
    }

    /** Whose code it is. It is looked up by its hash, so how long that takes tells nothing about others. */
    Optional<LearnerId> owner(String typed) {
        return database.sql("SELECT learner_id FROM personal_code WHERE code_hash = ?")
                .param(Sha256.hex(CodeText.plain(typed)))
                .query((row, number) -> new LearnerId(row.getString("learner_id")))
                .optional();
    }

    private record Fresh(String code, long madeAt) {}
}
