package dev.drydock.classroom;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a picture of squares, each one unit large.
 *
 * @param size of the picture's sides, the quiet zone around the code included
 * @param path the dark squares, as the {@code d} of an SVG's path
 */
record QrImage(int size, String path) {

    /** As much as the standard asks for. */
    private static final int QUIET = 4;

    static QrImage of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrImage(code.size + 2 * QUIET, path.toString());
    }
}
