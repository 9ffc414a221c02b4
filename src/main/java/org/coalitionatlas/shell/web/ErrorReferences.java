package org.coalitionatlas.shell.web;

import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.common.Faults;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Gives an internal error of a plain page a short reference that its reader and the log share. */
@Component
final class ErrorReferences extends DefaultErrorAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReferences.class);

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(
            WebRequest request, ErrorAttributeOptions options) {
        Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
        if (attributes.get("status") instanceof Integer status && status >= 500) {
            Throwable error = getError(request);
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOG.error(
                    "Internal error {} at {}",
                    reference,
                    Faults.path(attributes.get("path")),
                    error == null ? null : Faults.loggable(error));
            attributes.put("reference", reference);
        }
        return attributes;
    }
}
