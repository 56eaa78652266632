package org.apricotdesk.desk.console;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// A text as a QR code, drawn as the path of an SVG: one unit a module, four of margin around.
///
/// @param size of the square picture, margin included
public record QrCode(int size, String path) {
  private static final int MARGIN = 4;

  static QrCode of(String text) {
    try {
      var hints = Map.of(com.google.zxing.EncodeHintType.CHARACTER_SET, "UTF-8");
      var modules = Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
      var path = new StringBuilder();
      for (var y = 0; y < modules.getHeight(); y++)
        for (var x = 0; x < modules.getWidth(); x++)
          if (modules.get(x, y) == 1)
            path.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
      return new QrCode(modules.getWidth() + 2 * MARGIN, path.toString());
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("too long for a QR code", tooLong);
    }
  }
}
