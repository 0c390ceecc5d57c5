"""What is true, in no language: records that check themselves."""
