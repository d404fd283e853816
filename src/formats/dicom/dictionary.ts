/** How personal the value of an element is: what it is by itself, free text that may hold anything, or nothing personal. */
export type Nature = 'patient' | 'name' | 'number' | 'birth' | 'sex' | 'age' | 'serial' | 'text' | 'plain'

/** One data element of the standard's dictionary (PS3.6). */
export interface Entry {
  /** As PS3.6 writes it: `PatientName`. */
  readonly keyword: string
  readonly vr: string
  readonly nature: Nature
}

// Tag (hexadecimal), value representation, keyword: the elements that say something of a person, a place, a time or a
// device, and those that pictures are drawn by. PS3.6, chapter 6 and 7, with the retired ones that old files carry.
const lists: Readonly<Record<Nature, string>> = {
  patient: '00100010PNPatientName',
  name: `00080090PNReferringPhysicianName 0008009CPNConsultingPhysicianName 00081048PNPhysiciansOfRecord
    00081050PNPerformingPhysicianName 00081060PNNameOfPhysiciansReadingStudy 00081070PNOperatorsName
    00101001PNOtherPatientNames 00101005PNPatientBirthName 00101060PNPatientMotherBirthName
    00102297PNResponsiblePerson 00321032PNRequestingPhysician 00400006PNScheduledPerformingPhysicianName
    00401010PNNamesOfIntendedRecipientsOfResults 00402008PNOrderEnteredBy 0040A075PNVerifyingObserverName
    0040A123PNPersonName 00404037PNHumanPerformerName 00700084PNContentCreatorName 300E0008PNReviewerName
    40080102PNInterpretationRecorder 4008010APNInterpretationTranscriber
    4008010CPNInterpretationAuthor 40080114PNPhysicianApprovingInterpretation 40080119PNDistributionName`,
  number: `00100020LOPatientID 00101000LOOtherPatientIDs 00101090LOMedicalRecordLocator
    00380010LOAdmissionID
    00120040LOClinicalTrialSubjectID 00120042LOClinicalTrialSubjectReadingID`,
  birth: '00100030DAPatientBirthDate',
  sex: '00100040CSPatientSex',
  age: '00101010ASPatientAge',
  serial: `00181000LODeviceSerialNumber 00181002UIDeviceUID 0018700ASHDetectorID 00181008LOGantryID
    30080105LOSourceSerialNumber`,
  text: `00080050SHAccessionNumber 00080080LOInstitutionName 00080081STInstitutionAddress 00081010SHStationName
    00081030LOStudyDescription 0008103ELOSeriesDescription 00081040LOInstitutionalDepartmentName
    00080092STReferringPhysicianAddress 00080094SHReferringPhysicianTelephoneNumbers
    00081080LOAdmittingDiagnosesDescription 00082111STDerivationDescription 00084000LTIdentifyingComments
    00100032TMPatientBirthTime 00101040LOPatientAddress 00101050LOInsurancePlanIdentification
    00101080LOMilitaryRank 00101081LOBranchOfService 00120060LOClinicalTrialCoordinatingCenterName 00102000LOMedicalAlerts 00102110LOAllergies 00102150LOCountryOfResidence
    00102152LORegionOfResidence 00102154SHPatientTelephoneNumbers 00102155LTPatientTelecomInformation
    00102160SHEthnicGroup 00102180SHOccupation 001021A0CSSmokingStatus 001021B0LTAdditionalPatientHistory
    001021C0USPregnancyStatus 001021D0DALastMenstrualDate 001021F0LOPatientReligiousPreference
    00102298CSResponsiblePersonRole 00102299LOResponsibleOrganization 00104000LTPatientComments
    00102201LOPatientSpeciesDescription 00102292LOPatientBreedDescription 0010221BLOSpecimenIdentifier
    00120010LOClinicalTrialSponsorName 00120021LOClinicalTrialProtocolName 00120030LOClinicalTrialSiteID
    00120031LOClinicalTrialSiteName 00181030LOProtocolName 00181400LOAcquisitionDeviceProcessingDescription
    00184000LTAcquisitionComments 00189424LTAcquisitionProtocolDescription 00200010SHStudyID
    00203401CSModifyingDeviceID 00203404LOModifyingDeviceManufacturer 00204000LTImageComments
    00209158LTFrameComments 00281300CSBreastImplantPresent 00321030LOReasonForStudy 00321033LORequestingService
    00321060LORequestedProcedureDescription 00321070LORequestedContrastAgent 00324000LTStudyComments
    00380300LOCurrentPatientLocation 00380400LOPatientInstitutionResidence 00380500LOPatientState
    00380050LOSpecialNeeds 00380040LODischargeDiagnosisDescription 00384000LTVisitComments
    0038001ELOScheduledPatientInstitutionResidence
    00400007LOScheduledProcedureStepDescription 00400010SHScheduledStationName 00400011SHScheduledProcedureStepLocation
    00400012LOPreMedication 00400242SHPerformedStationName 00400243SHPerformedLocation
    00400253SHPerformedProcedureStepID 00400254LOPerformedProcedureStepDescription
    00400275SQRequestAttributesSequence 00400280STCommentsOnThePerformedProcedureStep
    00400310STCommentsOnRadiationDose 00400400LTCommentsOnTheScheduledProcedureStep 00400009SHScheduledProcedureStepID
    00401001SHRequestedProcedureID 00401002LOReasonForTheRequestedProcedure 00401005LORequestedProcedureLocation
    00401101SQPersonIdentificationCodeSequence 00401102STPersonAddress 00401103LOPersonTelephoneNumbers
    00401400LTRequestedProcedureComments 00402009SHOrderEntererLocation 00402010SHOrderCallbackPhoneNumber
    00402016LOPlacerOrderNumberImagingServiceRequest 00402017LOFillerOrderNumberImagingServiceRequest
    00402400LTImagingServiceRequestComments 00403001LOConfidentialityConstraintOnPatientDataDescription
    0040A027LOVerifyingOrganization 0040A160UTTextValue 00420010STDocumentTitle 00700080CSContentLabel
    00700081LOContentDescription 00880904LOTopicTitle 00880906STTopicSubject 00880910LOTopicAuthor
    00880912LOTopicKeywords 300A0002SHRTPlanLabel 300A0003LORTPlanName 300A0004STRTPlanDescription
    300A00B2SHTreatmentMachineName 300A000ELOPrescriptionDescription 300A0016LODoseReferenceDescription
    30060002SHStructureSetLabel 30060004LOStructureSetName 30060006STStructureSetDescription 30060026LOROIName
    30060028STROIDescription 300E0004DAReviewDate 40080040SHResultsID 4008010BSTInterpretationText
    40080115LTInterpretationDiagnosisDescription 40080300STImpressions 40084000STResultsComments
    00142016LOEvaluatorName 00400555SQAcquisitionContextSequence`,
  plain: `00020002UIMediaStorageSOPClassUID 00020003UIMediaStorageSOPInstanceUID 00020010UITransferSyntaxUID
    00020013SHImplementationVersionName 00020016AESourceApplicationEntityTitle 00041130CSFileSetID
    00041220SQDirectoryRecordSequence 00041430CSDirectoryRecordType
    00080005CSSpecificCharacterSet 00080008CSImageType 00080012DAInstanceCreationDate 00080013TMInstanceCreationTime
    00080016UISOPClassUID 00080018UISOPInstanceUID 00080020DAStudyDate 00080021DASeriesDate
    00080022DAAcquisitionDate 00080023DAContentDate 0008002ADTAcquisitionDateTime 00080030TMStudyTime
    00080031TMSeriesTime 00080032TMAcquisitionTime 00080033TMContentTime 00080060CSModality
    00080061CSModalitiesInStudy 00080064CSConversionType 00080068CSPresentationIntentType 00080070LOManufacturer
    00081090LOManufacturerModelName 00080201SHTimezoneOffsetFromUTC 00081111SQReferencedPerformedProcedureStepSequence
    00081115SQReferencedSeriesSequence 00081140SQReferencedImageSequence 00081110SQReferencedStudySequence
    00082218SQAnatomicRegionSequence 00081032SQProcedureCodeSequence 00080100SHCodeValue 00080104LOCodeMeaning
    00080102SHCodingSchemeDesignator 00100021LOIssuerOfPatientID 00100022CSTypeOfPatientID
    00101002SQOtherPatientIDsSequence 00101020DSPatientSize 00101030DSPatientWeight
    00102203CSPatientSexNeutered 00120062CSPatientIdentityRemoved 00120063LODeidentificationMethod
    00180015CSBodyPartExamined 00180010LOContrastBolusAgent 00180020CSScanningSequence 00180050DSSliceThickness
    00180060DSKVP 00181016LOSecondaryCaptureDeviceManufacturer 00181018LOSecondaryCaptureDeviceManufacturerModelName
    00181012DADateOfSecondaryCapture 00181020LOSoftwareVersions 00185100CSPatientPosition
    00181200DADateOfLastCalibration 0020000DUIStudyInstanceUID 0020000EUISeriesInstanceUID
    00200011ISSeriesNumber 00200012ISAcquisitionNumber 00200013ISInstanceNumber 00200020CSPatientOrientation
    00200052UIFrameOfReferenceUID 00200060CSLaterality 00200062CSImageLaterality 00280002USSamplesPerPixel
    00280004CSPhotometricInterpretation 00280006USPlanarConfiguration 00280008ISNumberOfFrames 00280010USRows
    00280011USColumns 00280030DSPixelSpacing 00280100USBitsAllocated 00280101USBitsStored 00280102USHighBit
    00280103USPixelRepresentation 00280301CSBurnedInAnnotation 00280302CSRecognizableVisualFeatures
    00281050DSWindowCenter 00281051DSWindowWidth 00281052DSRescaleIntercept 00281053DSRescaleSlope
    00281101USRedPaletteColorLookupTableDescriptor 00281102USGreenPaletteColorLookupTableDescriptor
    00281103USBluePaletteColorLookupTableDescriptor 00281201OWRedPaletteColorLookupTableData
    00281202OWGreenPaletteColorLookupTableData 00281203OWBluePaletteColorLookupTableData
    00282110CSLossyImageCompression 00380020DAAdmittingDate 00400002DAScheduledProcedureStepStartDate
    00400244DAPerformedProcedureStepStartDate 00400245TMPerformedProcedureStepStartTime
    00400260SQPerformedProtocolCodeSequence 0040A010CSRelationshipType 0040A040CSValueType
    0040A043SQConceptNameCodeSequence 0040A050CSContinuityOfContent 0040A073SQVerifyingObserverSequence
    0040A120DTDateTime 0040A121DADate 0040A122TMTime 0040A124UIUID 0040A168SQConceptCodeSequence
    0040A300SQMeasuredValueSequence 0040A30ADSNumericValue 0040A491CSCompletionFlag 0040A493CSVerificationFlag
    0040A730SQContentSequence 0040A030DTVerificationDateTime 004008EASQMeasurementUnitsCodeSequence
    00420011OBEncapsulatedDocument 00420012LOMIMETypeOfEncapsulatedDocument 54000100SQWaveformSequence
    54001010OWWaveformData 300A0006DARTPlanDate 300A0007TMRTPlanTime 300A0010SQDoseReferenceSequence
    300A0070SQFractionGroupSequence 300A00B0SQBeamSequence 30060008DAStructureSetDate 30060020SQStructureSetROISequence
    30060039SQROIContourSequence 30060040SQContourSequence 30060050DSContourData 30060080SQRTROIObservationsSequence
    60003000OWOverlayData 7FE00010OWPixelData 7FE00008OFFloatPixelData 7FE00009ODDoubleFloatPixelData
    FFFAFFFASQDigitalSignaturesSequence FFFCFFFCOBDataSetTrailingPadding`,
}

const entries: ReadonlyMap<number, Entry> = new Map(
  (Object.entries(lists) as [Nature, string][]).flatMap(([nature, list]) =>
    list.split(/\s+/).map((line) => [Number.parseInt(line.slice(0, 8), 16), entryOf(line, nature)] as const),
  ),
)

function entryOf(line: string, nature: Nature): Entry {
  return Object.freeze({ vr: line.slice(8, 10), keyword: line.slice(10), nature })
}

/** What the standard says of a tag (group × 65,536 + element); undefined where this dictionary does not have it. */
export function entryFor(tag: number): Entry | undefined {
  return entries.get(tag)
}
