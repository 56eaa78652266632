package org.apricotdesk.deploy.backup;

/// A backup could not be written, or must not be restored; the message says why.
public final class BackupException extends RuntimeException {
  BackupException(String why) {
    super(why);
  }

  BackupException(String why, Throwable cause) {
    super(why, cause);
  }
}
