package org.coalitionatlas.assessment.ui;

import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.DirectoryCorrections;
import org.coalitionatlas.assessment.Invitations;
import org.coalitionatlas.assessment.Narratives;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.assessment.SheetNews;
import org.coalitionatlas.directory.DirectorySearch;
import org.springframework.stereotype.Component;

/** What the sheet of a county asks and tells. */
@Component
record SheetServices(
        Assessments assessments,
        Cycles cycles,
        Narratives narratives,
        DirectoryCorrections corrections,
        SheetNews news,
        DirectorySearch directory,
        NeedAssignments assignments,
        Invitations invitations) {}
