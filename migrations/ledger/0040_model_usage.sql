-- What the language model cost and how its calls ended, by day; never a word of a question or of an answer.
CREATE TABLE model_usage (
  day TEXT NOT NULL,
  outcome TEXT NOT NULL,
  calls INTEGER NOT NULL,
  prompt_tokens INTEGER NOT NULL,
  completion_tokens INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  PRIMARY KEY (day, outcome)
) WITHOUT ROWID;
