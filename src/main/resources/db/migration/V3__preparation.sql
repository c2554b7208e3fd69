-- Which lessons a machine has been brought to the start of. A new machine has been brought to none.
CREATE TABLE prepared_lesson (
  machine_id TEXT NOT NULL,
  course_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  prepared_at BIGINT NOT NULL,
  PRIMARY KEY (machine_id, course_id, lesson_id)
);

-- How often a check looked and said "not yet": what counts towards seeing the solution. Checks that could not look don't.
ALTER TABLE task_progress ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
UPDATE task_progress SET missed = tries WHERE outcome = 'not-yet';

-- When the learner asked for the solution and got it.
ALTER TABLE task_progress ADD COLUMN solution_seen_at BIGINT;
