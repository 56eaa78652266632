package org.apricotdesk.bot.wecom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The inner XML of an app callback: its elements by name, and what was selected on a card, by
/// question. Read in one go: WxJava builds a tree and an object of a hundred fields for each
/// message, which cost as much as understanding what it says.
record AppXml(Map<String, String> words, Map<String, List<String>> selected) {

  /// @throws IllegalArgumentException if it is no XML
  static AppXml read(String xml) {
    try {
      var reader = XmlEnvelope.reader(xml);
      try {
        return new Parts().all(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException malformed) {
      throw new IllegalArgumentException("no XML", malformed);
    }
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(words.get(name));
  }

  /// @throws IllegalArgumentException if there is no such element
  String get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("without " + name));
  }

  /// What was read so far.
  private static final class Parts {
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, List<String>> selected = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String question = "";
    private boolean leaf;
    private int depth;

    AppXml all(XMLStreamReader reader) throws XMLStreamException {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD -> throw new XMLStreamException("document type");
          case XMLStreamConstants.START_ELEMENT -> begin();
          case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
          default -> {}
        }
      }
      return new AppXml(words, selected);
    }

    private void begin() {
      depth++;
      leaf = true;
      text.setLength(0);
    }

    private void end(String name) {
      if (leaf && depth == 2) words.put(name, text.toString());
      if (leaf && depth > 2) select(name, text.toString());
      leaf = false;
      depth--;
    }

    private void select(String name, String value) {
      if (name.equals("QuestionKey")) question = value;
      if (name.equals("OptionId"))
        selected.computeIfAbsent(question, _ -> new ArrayList<>()).add(value);
    }
  }
}
