-- Where each learner stands with each task. Times are milliseconds since 1970, UTC.
CREATE TABLE task_progress (
  learner_id TEXT NOT NULL REFERENCES learner (id),
  course_id TEXT NOT NULL,
  lesson_id TEXT NOT NULL,
  task_id TEXT NOT NULL,
  outcome TEXT NOT NULL,
  message TEXT NOT NULL,
  tries INTEGER NOT NULL,
  passed_at BIGINT,
  checked_at BIGINT NOT NULL,
  PRIMARY KEY (learner_id, course_id, lesson_id, task_id)
);
