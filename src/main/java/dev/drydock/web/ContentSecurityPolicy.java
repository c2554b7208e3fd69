package dev.drydock.web;

/** What a page may load and run: our own files, and the one inline script that has to be inline. */
record ContentSecurityPolicy(ImportMap importMap) {

    String header() {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' " + importMap.hash(),
                // The terminal (xterm.js) sizes and colours its cells by inline styles and cannot be told a nonce.
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data:",
                "font-src 'self'",
                // Covers WebSockets to this very host and port too.
                "connect-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
