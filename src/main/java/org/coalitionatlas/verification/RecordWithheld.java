package org.coalitionatlas.verification;

import java.util.UUID;
import org.coalitionatlas.directory.RecordKind;

/** Nobody made sure of a record for so long that it was taken out of its audience's sight. */
public record RecordWithheld(RecordKind kind, UUID id, UUID organizationId, String name) {}
