-- learner, instructor or admin: each may do what the one before may.
ALTER TABLE learner ADD COLUMN role TEXT NOT NULL DEFAULT 'learner';

-- The name of the class that the learner was removed from, and so signed out of. The session is kept to tell its browser.
ALTER TABLE session ADD COLUMN ended_because TEXT;

CREATE INDEX session_by_learner ON session (learner_id);

-- A class that is taught. The join code is kept as people read it: instructors show it again and again.
-- seats: how many may be in it at the same time; 0 for any number.
CREATE TABLE taught_class (
    id         TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    join_code  TEXT    NOT NULL UNIQUE,
    seats      INTEGER NOT NULL,
    hints      BOOLEAN NOT NULL,
    solutions  BOOLEAN NOT NULL,
    created_at BIGINT  NOT NULL
);

CREATE TABLE class_instructor (
    class_id   TEXT NOT NULL REFERENCES taught_class (id) ON DELETE CASCADE,
    learner_id TEXT NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    PRIMARY KEY (class_id, learner_id)
);

CREATE INDEX class_by_instructor ON class_instructor (learner_id);

-- left_at: when the learner was removed; progress is not a matter of classes, and stays.
CREATE TABLE class_member (
    class_id   TEXT   NOT NULL REFERENCES taught_class (id) ON DELETE CASCADE,
    learner_id TEXT   NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
    joined_at  BIGINT NOT NULL,
    left_at    BIGINT,
    PRIMARY KEY (class_id, learner_id)
);

CREATE INDEX class_by_member ON class_member (learner_id);

-- Which courses a class is shown, and when. A class without any is shown all.
CREATE TABLE class_course (
    class_id  TEXT   NOT NULL REFERENCES taught_class (id) ON DELETE CASCADE,
    course_id TEXT   NOT NULL,
    opens_at  BIGINT,
    due_at    BIGINT,
    PRIMARY KEY (class_id, course_id)
);
