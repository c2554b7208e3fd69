-- By what a learner of a classroom comes back from another device. Only its SHA-256: who reads this table cannot sign in with it.
CREATE TABLE personal_code (
    learner_id TEXT   NOT NULL PRIMARY KEY REFERENCES learner (id) ON DELETE CASCADE,
    code_hash  TEXT   NOT NULL UNIQUE,
    made_at    BIGINT NOT NULL
);
