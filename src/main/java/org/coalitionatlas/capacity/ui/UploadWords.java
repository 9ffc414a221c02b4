package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** What an upload says in the person's language. */
final class UploadWords {

    private UploadWords() {}

    /**
     * @param refused why a file is not even sent
     */
    static UploadI18N of(ResponseWords words, String refused) {
        var i18n = new UploadI18N();
        i18n.setAddFiles(
                new UploadI18N.AddFiles()
                        .setOne(words.text("response.file.choose"))
                        .setMany(words.text("response.file.choose")));
        i18n.setDropFiles(
                new UploadI18N.DropFiles()
                        .setOne(words.text("response.file.drop"))
                        .setMany(words.text("response.file.drop")));
        i18n.setError(
                new UploadI18N.Error()
                        .setTooManyFiles(refused)
                        .setFileIsTooBig(refused)
                        .setIncorrectFileType(refused));
        String failed = words.text("response.upload.failed");
        i18n.setUploading(
                new UploadI18N.Uploading()
                        .setStatus(
                                new UploadI18N.Uploading.Status()
                                        .setConnecting(words.text("response.upload.connecting"))
                                        .setStalled(words.text("response.upload.stalled"))
                                        .setProcessing(words.text("response.upload.processing"))
                                        .setHeld(words.text("response.upload.held")))
                        .setRemainingTime(
                                new UploadI18N.Uploading.RemainingTime()
                                        .setPrefix(words.text("response.upload.remaining"))
                                        .setUnknown(words.text("response.upload.unknown")))
                        .setError(
                                new UploadI18N.Uploading.Error()
                                        .setServerUnavailable(failed)
                                        .setUnexpectedServerError(failed)
                                        .setForbidden(failed)));
        i18n.setFile(
                new UploadI18N.File()
                        .setRetry(words.text("response.upload.retry"))
                        .setStart(words.text("response.upload.start"))
                        .setRemove(words.text("response.upload.remove")));
        i18n.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB", "GB")));
        return i18n;
    }
}
