package org.apricotdesk.bot.wecom;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The outer XML of an app callback. Read without document types and entities, which an attacker
/// could write before any signature was checked.
final class XmlEnvelope {
  private static final XMLInputFactory FACTORY = factory();

  private XmlEnvelope() {}

  /// The cipher text; empty if this is no envelope.
  static Optional<String> encrypted(String xml) {
    try {
      return Optional.ofNullable(elements(xml).get("Encrypt"));
    } catch (XMLStreamException _) {
      return Optional.empty();
    }
  }

  static XMLStreamReader reader(String xml) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(new StringReader(xml));
  }

  private static Map<String, String> elements(String xml) throws XMLStreamException {
    var found = new HashMap<String, String>();
    var reader = reader(xml);
    try {
      var depth = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.DTD -> throw new XMLStreamException("document type");
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            if (depth == 2) {
              found.put(reader.getLocalName(), reader.getElementText());
              depth--;
            }
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          default -> {}
        }
      }
    } finally {
      reader.close();
    }
    return found;
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
