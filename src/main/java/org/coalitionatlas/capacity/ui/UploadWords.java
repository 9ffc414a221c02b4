package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;
import java.util.function.Function;

/** What an upload says in the person's language. */
final class UploadWords {

    private UploadWords() {}

    /**
     * @param words the text of a key in the person's language
     * @param refused why a file is not even sent
     */
    static UploadI18N of(Function<String, String> words, String refused) {
        var i18n = new UploadI18N();
        i18n.setAddFiles(
                new UploadI18N.AddFiles()
                        .setOne(words.apply("response.file.choose"))
                        .setMany(words.apply("response.file.choose")));
        i18n.setDropFiles(
                new UploadI18N.DropFiles()
                        .setOne(words.apply("response.file.drop"))
                        .setMany(words.apply("response.file.drop")));
        i18n.setError(
                new UploadI18N.Error()
                        .setTooManyFiles(refused)
                        .setFileIsTooBig(refused)
                        .setIncorrectFileType(refused));
        String failed = words.apply("response.upload.failed");
        i18n.setUploading(
                new UploadI18N.Uploading()
                        .setStatus(
                                new UploadI18N.Uploading.Status()
                                        .setConnecting(words.apply("response.upload.connecting"))
                                        .setStalled(words.apply("response.upload.stalled"))
                                        .setProcessing(words.apply("response.upload.processing"))
                                        .setHeld(words.apply("response.upload.held")))
                        .setRemainingTime(
                                new UploadI18N.Uploading.RemainingTime()
                                        .setPrefix(words.apply("response.upload.remaining"))
                                        .setUnknown(words.apply("response.upload.unknown")))
                        .setError(
                                new UploadI18N.Uploading.Error()
                                        .setServerUnavailable(failed)
                                        .setUnexpectedServerError(failed)
                                        .setForbidden(failed)));
        i18n.setFile(
                new UploadI18N.File()
                        .setRetry(words.apply("response.upload.retry"))
                        .setStart(words.apply("response.upload.start"))
                        .setRemove(words.apply("response.upload.remove")));
        i18n.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB", "GB")));
        return i18n;
    }
}
