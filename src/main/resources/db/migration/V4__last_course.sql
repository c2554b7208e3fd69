-- In which course a learner opened a lesson last: their machine is kept for as long as that course wishes.
CREATE TABLE last_course (
    learner_id TEXT NOT NULL PRIMARY KEY REFERENCES learner (id) ON DELETE CASCADE,
    course_id  TEXT NOT NULL
);
