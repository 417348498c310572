"""`workbench.*`: what Chrome's networking API lacks, in the same shape beside it."""
