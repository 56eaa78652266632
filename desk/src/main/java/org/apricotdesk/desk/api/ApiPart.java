package org.apricotdesk.desk.api;

/// What one feature adds to the API.
public interface ApiPart {
  /// A YAML beside the class with the feature's `paths` and, if it has any, `components.schemas`.
  String contract();

  /// Names the rule and the handler of every operation of that contract.
  void addTo(Operations operations);
}
