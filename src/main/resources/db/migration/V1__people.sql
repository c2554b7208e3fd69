-- Times are BIGINT, milliseconds since 1970 in UTC: they sort, compare and subtract alike on SQLite and PostgreSQL,
-- neither of which then has a time zone to get wrong. Ids are TEXT, made by the server.

-- known_as is what a sign-in recognises a learner by; the one learner of just-me mode is 'just-me'.
CREATE TABLE learner (
    id         TEXT   NOT NULL PRIMARY KEY,
    known_as   TEXT   NOT NULL UNIQUE,
    name       TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);

-- Only the SHA-256 of what the browser holds: who reads this table, or a backup of it, cannot sign in with it.
CREATE TABLE session (
    secret_hash  TEXT   NOT NULL PRIMARY KEY,
    learner_id   TEXT   NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    signed_in_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL
);

CREATE INDEX session_by_age ON session (signed_in_at);
