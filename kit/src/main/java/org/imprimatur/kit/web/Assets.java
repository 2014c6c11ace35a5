package org.imprimatur.kit.web;

/**
 * A folder of the class path served as static files.
 *
 * @param hostedPath where it appears, such as {@code /assets}
 * @param folder where it lies on the class path, such as {@code /console/assets}; it must exist
 */
public record Assets(String hostedPath, String folder) {

    public Assets {
        if (!hostedPath.startsWith("/") || !folder.startsWith("/")) {
            throw new IllegalArgumentException("both paths of assets begin with a slash");
        }
    }
}
