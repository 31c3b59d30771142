"""Payers' own words for a refusal: each phrasing is read as its kind, and what refuses nothing is left alone."""

import pytest

from plainbill.case import CATALOGUE
from plainbill.knowledge.phrases import kind_of_words
from plainbill.knowledge.tables import read_table

PHRASINGS = {
    "benefit-limit": """
        You have used all of the physical therapy visits that your plan allows this year.
        The maximum number of chiropractic visits for this benefit period has been reached.
        Benefit maximum met for this service.
        This service is limited to one every 24 months.
        Your plan pays for this exam only once per calendar year.
        Lifetime maximum for infertility treatment has been paid.
        Annual limit exceeded.
        The number of visits exceeds what your policy covers.
        We covered up to your plan's yearly limit for hearing aids.
        Frequency limitation: two cleanings in any 12 month period.
        You've reached the dollar limit for this benefit.
        Your benefits for this service have been exhausted.
        Medicare does not pay for this many services within this period of time.
        The waiting period for this service has not been satisfied.
        Your plan allows 20 visits a year and you have had all of them.
        Maximum benefits paid for this calendar year
        This procedure is covered one time every five years. We paid for it in 2022.
        Exceeds plan frequency limits
        The limit for this type of service has been met.
        No more benefits are available this year for this therapy.
        Eyewear allowance has been used.
        You have no remaining home health visits.
        You have received the maximum amount of speech therapy covered under your contract.
        Limit of two pairs of shoes per year has been paid.
        Only one screening is allowed in a 12-month period.
        Skilled nursing days are used up.
        The plan's maximum payment for this benefit has been made.
        We've paid for all the visits your plan covers this year.
        This benefit has a maximum of $1,500 per year, which has been paid.
        Medicare pays for this test once every 12 months. You had one less than 12 months ago.
        Annual benefit maximum reached for chiropractic care
        Services exceed the plan's allowed frequency
        Your plan's limit of 30 visits has been met for the year.
        This exceeds the number of visits covered by your benefit plan.
        Dental: one cleaning in six months is covered.
    """,
    "units-implausible": """
        The number of units billed is more than is allowed in one day.
        Units exceed the medically unlikely edit for this code.
        The quantity billed is greater than the daily maximum for this procedure.
        Number of units billed does not agree with the time documented.
        Max units per date of service exceeded.
        The units billed are not correct for the drug dose given.
        Billed units exceed allowed units.
        Too many units were billed for this date.
        The claim shows more units than can be given in a day.
    """,
    "documentation-requested": """
        We asked your provider for treatment records and have not received them.
        Medical records are needed from the provider before we can process this claim.
        Please submit the operative report.
        The documentation we received from your doctor was incomplete.
        We have requested additional information from the provider of service.
        Claim denied: notes not submitted by the rendering provider.
        An itemized bill is required from the hospital to process these charges.
        The office did not respond to our request for clinical information.
        We need a copy of the pathology report.
        Additional documentation is needed. Your physician has been notified.
        Records received do not support the code billed.
        A letter of medical necessity must be sent in by the prescribing doctor.
        No prescription on file for this equipment.
        This claim was denied because we did not get the chart notes we asked for.
        Please have your provider send us the office notes.
        Claim closed. Requested records were not returned by the facility.
        We can't process this charge without the doctor's notes.
        Missing emergency room report
        Proof of delivery for the equipment was not included.
        The hospital has not sent the information we asked for.
        Signature on the order is missing.
        Your doctor's office must send us your chart before we pay.
        Medical records requested from provider 05/01; not received.
        Information needed to make a decision was not supplied by your provider.
        The attached report could not be read.
        Operative notes required for review
        Notes do not support the service billed; send complete records.
        We wrote to your provider to ask for more details and did not hear back.
        Additional info requested from provider
        Provider must submit itemized bill.
        We have asked your doctor for medical records. We'll look at the claim again when we get them.
        Records have not arrived from the clinic.
        Not enough information was sent by the provider to pay this claim.
    """,
    "coordination-of-benefits": """
        We need information from you about other health insurance you may have.
        Please complete and return the coordination of benefits questionnaire.
        The member must update other insurance information before this claim can be paid.
        We sent you a letter asking about an accident. Please reply so that we can finish your claim.
        Charges will be considered when the accident details form is received from the subscriber.
        Information requested from the patient has not been received.
        Call us to tell us whether you have other coverage.
        We are waiting for your response to our other insurance inquiry.
        Your COB information is out of date; please log in and confirm it.
        Proof of full-time student status is needed from the member.
        This claim is on hold until you answer our questions about how the injury happened.
        Other insurance information needed from member.
        We have not heard back from you about your accident.
        Member did not return the accident questionnaire.
        Please let us know if anyone else on your policy has additional insurance.
        Update your COB.
        We need to know if your injury happened at work.
        Before we can pay, tell us about any other medical coverage you have.
        Waiting on member for other insurance form
        We mailed you a form about this injury. Return it to have this claim considered.
        Your claim can't be processed until you tell us about other coverage.
        Subscriber did not reply to our letter about dependent's other insurance.
        Information is needed from you about whether this was caused by an accident.
        We need to hear from you about other insurance.
        Please fill in the accident form and send it back to us.
        The member has not answered our request about other health coverage.
    """,
    "wrong-payer": """
        Your other insurance is primary. Please submit this claim to that plan first.
        Send us the primary carrier's explanation of benefits.
        This claim should be sent to your dental plan.
        Our records show that Medicare is your primary coverage.
        The claim was submitted to the wrong insurance company.
        This is a work-related injury; bill the workers' compensation carrier.
        Services must be billed to the auto insurer first.
        We are not the payer for mental health services. Submit to your behavioral health administrator.
        Please file with the local plan in the state where the service was given.
        Your claim was not for our plan; your provider needs to bill the correct payer.
        This care is covered by the hospice provider and must be billed to them.
        You have a Medicare Advantage plan. Your provider must bill that plan.
        The primary insurer's payment information is missing from this claim.
        You have other insurance that should pay before us.
        Submit to primary carrier.
        Member has Medicare primary; please submit with Medicare EOB.
        These charges should be filed with your vision carrier.
        This injury is covered by workers' compensation.
        The claim belongs to a different insurer.
        Medicare should be billed first for this member.
        The charges should be billed to your prescription drug plan.
        Need EOB from primary insurance
        Claim sent to wrong BlueCross plan
        This plan is secondary. We need to know what your main plan paid.
        Since your spouse's plan is primary, file there first.
        Please send this claim to the workers' compensation insurer.
        Send claim to the Medicare Advantage plan listed on the card.
        Another insurance company must pay first.
        The provider should send this bill to Medicare first.
        This claim is for another health plan.
    """,
    "duplicate-line": """
        This is a duplicate of a claim we already processed.
        These charges were previously considered.
        We already paid for this service on an earlier claim.
        The same service for the same date was submitted before.
        Duplicate charge.
        This service was processed under another claim number.
        This charge has already been submitted and decided.
        We have already received a claim for these services.
        Claim previously submitted and paid on 3/4.
        Exact duplicate claim/service
        This bill is a repeat of one we have already handled.
        Your claim is a duplicate. See the original for payment details.
        We've already processed these services.
        We paid these charges on another claim.
        Dup claim
        This line was billed twice.
        Payment for this claim was made earlier under claim 123.
    """,
    "not-eligible": """
        Your coverage was not active on the date of service.
        The patient's coverage ended before this service.
        Services were received before your effective date.
        This dependent is not covered under your policy.
        Our records show you were not enrolled in this plan at that time.
        Your policy was terminated for non-payment of premium.
        The member is not eligible for benefits on this date.
        Coverage lapsed prior to the date of service.
        This person has reached the age limit for dependents.
        You did not have Part B when you got this service.
        Newborn is not enrolled.
        Expenses incurred after your cancellation date are not payable.
        You were not covered by this plan when you got this care.
        Member not active on DOS
        Coverage terminated
        We have no record of coverage for your child.
        Dependent over age 26
        The service took place before your plan started.
        Your Medicaid eligibility ended last month.
        Our records show coverage for this person had ended.
        Service date is after the termination date.
        This person isn't listed on your policy.
        Not enrolled on date of service
        You didn't have Medicare Part A on the date you were in the hospital.
        Patient not eligible on date of service
        Your plan ended on June 30.
        Policy cancelled
        You are not eligible for benefits under this plan at this time.
        The patient had no coverage with us on that day.
        Your insurance was not in effect on the day of treatment.
        The child is too old to be on your plan.
    """,
    "out-of-network": """
        You used a provider who is not in our network.
        Out-of-network services are not covered under your plan.
        This doctor is out of network and your plan has no out-of-network benefits.
        The facility does not participate with your plan.
        Non-participating provider: you may be billed for the difference.
        This lab is not a contracted provider.
        Your plan only covers care by preferred providers.
        You must use a network pharmacy for this drug.
        The provider is non-contracted.
        Services received from a nonpreferred provider.
        Provider not in network
        Your plan requires you to use doctors in the Silver network.
        OON provider, no benefits
        This hospital isn't part of your plan's network.
        You went to a doctor outside our network, so you pay more.
        Nonparticipating facility
        Your plan does not have benefits for providers outside of the network.
        The surgeon was not a network provider.
        Services must be received from a participating provider.
        Non-plan provider
        This provider doesn't take your plan.
        Your plan covers only network care except in an emergency.
        Because you went out-of-network, your costs are higher.
        The doctor is not contracted with your health plan.
        Your plan does not pay for out-of-network doctors.
    """,
    "authorization-required": """
        Prior authorization was not obtained for this service.
        This service requires pre-certification.
        We did not approve this service in advance.
        Precert is needed and none is on file.
        Your plan requires you to get approval before this kind of scan.
        There is no authorization on file for these dates.
        The hospital stay was not preauthorized.
        You or your doctor did not notify us before the admission.
        More visits were billed than were authorized.
        Authorization denied prior to service.
        PA REQUIRED
        Preapproval was not requested.
        The approved authorization has expired.
        No prior auth on file
        We weren't asked to approve this before it was done.
        The hospital did not get our approval for extra days.
        Precertification penalty applied
        Service not authorized
        Requires preapproval
        Your provider didn't ask us for approval first.
        Approval was not requested before your surgery.
        No authorization
        Your health plan was not notified of this hospital stay within 48 hours.
        Care beyond the days we approved
        Admission not precertified
        Your provider needed to ask for prior authorization and did not.
        These dates were not authorized.
        Prior authorization request was denied.
        This service needed approval first and no approval was given.
        The MRI was done without prior approval.
        We have no record of a precertification.
    """,
    "authorization-differs": """
        The procedure billed is not the one that was authorized.
        The authorization on file is for a different service.
        Services billed do not match the authorization.
        The approval we have is for another procedure code.
        The code on the claim does not match the prior authorization on file.
        Authorized code and billed code are different.
        The authorization we gave was for a CT scan, not an MRI. It does not match the claim.
        The service authorized was not the service billed.
    """,
    "referral-missing": """
        No referral from your primary care physician is on file.
        A referral is required to see a specialist.
        Your referral has expired.
        The number of visits on the referral has been used.
        Your PCP did not refer you for this visit.
        You did not get a referral before this appointment.
        Claim denied; referral number missing.
        No PCP referral
        Specialist visits need a referral. We did not get one.
        Services not referred by your primary doctor
        Referral needed
        You need a referral from your doctor for this visit.
        Invalid or missing referral
        No referral on file for this specialist.
        There was no referral from your primary doctor for this specialist.
    """,
    "late-filing": """
        The claim was received after the filing deadline.
        Timely filing limit exceeded.
        Your provider did not send us this claim in time.
        We did not receive this claim within 180 days of the date of service.
        The time limit for submitting this claim has passed.
        This claim was filed too late.
        Claim submitted past the time allowed by the contract.
        Charges must be submitted within one year from the date of service.
        Untimely submission; the provider may not bill the member.
        Filing limit has passed
        This claim is past the deadline for claims.
        We got this bill more than a year after the service, which is too late.
        Claims must be received no later than 90 days after the service date.
        Claim filed after the time limit
        Received past timely filing period
        This claim came in later than the 12 months allowed.
        Provider submitted claim late. You do not owe this amount.
        Not received within timely filing limits; member is held harmless.
        The provider waited too long to send this claim.
        Claim denied: past filing limit. Provider responsibility.
    """,
    "experimental": """
        This treatment is considered experimental or investigational.
        We do not cover unproven procedures.
        There is not enough evidence that this test is effective.
        The drug is not FDA approved for this condition.
        This service is investigational under our medical policy.
        Clinical studies have not shown that this device works.
        Off-label use of this drug is not covered.
        The safety and effectiveness of this technology has not been established.
        We consider this treatment to be experimental.
        This genetic test has not been proven to improve health.
        There isn't enough proof that this works.
        The plan excludes investigational treatment.
        Not approved by the Food and Drug Administration
        There is not enough medical evidence that this is safe and works.
        This therapy is unproven.
    """,
    "medical-necessity": """
        This service was not medically necessary.
        Our medical director found that this care did not meet our clinical criteria.
        We determined that the level of care was not needed for your condition.
        Does not meet medical necessity guidelines.
        The information we have does not show a medical need for this test.
        This service is not reasonable and necessary under Medicare guidelines.
        An overnight stay was not required to treat you safely.
        Your symptoms did not require emergency care.
        Not clinically appropriate for the diagnosis according to our policy.
        The care you received was custodial and could have been given at a lower level.
        Medicare does not pay for this under the local coverage determination.
        Denied based on medical policy criteria not met.
        Not medically necessary
        We reviewed the records and decided that you did not need this level of care.
        This could have been done safely at home.
        Your plan covers only care that is medically necessary.
        The symptoms listed do not show an emergency.
        Coverage criteria for this drug were not met.
        Inpatient care was not needed. Observation would have been enough.
        We don't see a medical need for brand-name.
        Does not meet our criteria for coverage of this surgery
        Emergency criteria not met
        The clinical information does not support the medical necessity of an MRI.
        This stay did not meet inpatient criteria.
        Medicare doesn't think you needed this service.
        The information provided does not support the need for this service or item.
        We found this test was not medically needed.
        Hospital stay was longer than medically necessary.
    """,
    "not-covered": """
        This service is not covered by your plan.
        Your policy excludes cosmetic surgery.
        Non-covered charge.
        Benefits are not available for this item.
        This is a plan exclusion.
        Your plan does not pay for over the counter products.
        Acupuncture is excluded under your benefit booklet.
        Routine eye exams are not a covered benefit.
        Medicare never pays for this item.
        This drug is not on our formulary.
        Convenience items are the patient's responsibility.
        We do not provide benefits for this type of service.
        No coverage for services given by a family member.
        Missed appointment fees are not payable.
        Not a covered service
        We don't cover weight loss programs.
        Charges for personal items such as TV aren't covered.
        Your benefits do not include hearing aids.
        This is an excluded service under your certificate of coverage.
        Dental work is not part of your medical plan.
        Plan doesn't pay for massage
        Diagnosis not covered
        Cosmetic procedure
        Services by a relative are excluded.
        This isn't something your plan pays for.
        Medicare doesn't cover this.
        Vitamins aren't covered by the plan.
        This drug isn't on the list of covered drugs.
        Hearing aids are a plan exclusion.
        Your health plan doesn't cover routine foot care.
        Item or service is not covered by Medicare.
        Non-covered: dental
        Take-home drugs are not payable.
        Assistant surgeon is not allowed for this procedure code.
        Your plan does not include benefits for fertility care.
        This is not a benefit of your plan.
    """,
    "diagnosis-does-not-support": """
        The diagnosis on the claim does not support this procedure.
        The diagnosis code is missing or not valid for this service.
        This test is not covered for the diagnosis submitted.
        A more specific diagnosis code is needed.
        The procedure is not consistent with the diagnosis.
        The reason for the visit reported by your doctor does not match the service billed.
        Diagnosis is not payable with this procedure code.
        Dx does not support procedure
        The provider's diagnosis code doesn't justify this test.
        Diagnosis code is not specific enough.
        The illness code listed isn't covered for this test; diagnosis invalid.
        Invalid or missing diagnosis code
        Procedure not covered for this diagnosis
        The condition reported on the claim is not one we cover for this test; diagnosis not allowed.
        Your diagnosis doesn't match the treatment.
    """,
    "invalid-code": """
        The procedure code is not valid for the date of service.
        This code has been deleted.
        Invalid CPT code. Please resubmit with a valid code.
        The provider used a code that is no longer active.
        An unlisted code was billed when a specific code is available.
        HCPCS code missing or incorrect.
        The NDC number submitted is not valid.
        Claim needs to be resubmitted with a current procedure code.
        Invalid procedure code for date of service
        The billing code used by your doctor does not exist.
        Procedure code deleted
        The office used an outdated code.
        Provider billed an invalid code
        HCPCS code is not recognized
        Code not valid
        The procedure code is not valid on the date you were seen.
        The provider must use a valid procedure code.
    """,
    "missing-modifier": """
        The modifier that this code needs was left off.
        The procedure was billed without a modifier.
        Please resubmit with the appropriate modifier.
        This code needs a modifier to show which side was treated.
        Modifier is required.
        Modifier missing or invalid.
        Missing modifier
        Claim lacks the right modifier.
        Modifier needed
        Needs modifier 26 or TC; modifier missing
        The claim did not have the modifier we need.
    """,
    "denied-code-combination": """
        This procedure is included in the primary procedure.
        Payment for this service is bundled with another service on the same day.
        The charge is part of the global surgical fee.
        This code is not paid separately.
        Considered incidental to the main surgery.
        These two codes cannot be billed together.
        The modifier is not valid with this procedure code.
        The service is not appropriate for the place of service billed.
        The procedure is mutually exclusive to another procedure performed that day.
        The code does not fit the patient's age.
        This service is a component of a more comprehensive code already paid.
        National Correct Coding Initiative edit.
        Unbundled service; payment is in the allowance for the exam.
        This type of provider may not bill this code.
        The add-on code was billed without its base code.
        Follow-up care is included in the surgery payment.
        Bundled into primary service
        This charge is already part of the office visit payment.
        Service is included in the room charge.
        Procedures normally not performed together
        Not separately reimbursed
        Post-op visit within global days
        Code is not for patients of this age.
        This is included in your surgeon's fee.
        Service is part of a package already paid
        Charge is included in the payment for another service
        The code billed is not allowed for this type of facility.
        Payment included in another service received on the same day
        Service included in hospital per diem
        This procedure is part of a larger procedure done the same day.
        Not paid separately from the office visit
        Procedure code is not allowed with another code billed
        Code edit: rebundled to primary code
        Payment for this is included in what we paid the hospital.
        The cost of this item is included in the charge for your procedure.
        This service may not be billed with the office visit.
    """,
    "new-patient-established": """
        You are an established patient; a new patient visit cannot be billed.
        New patient code was used within three years of your last visit.
        Our records show that you have seen this provider before, so the new patient exam is not payable.
        Only one initial visit per provider is allowed.
        New patient visit billed for an established patient
    """,
    "member-id-mismatch": """
        We are unable to identify the patient as a member.
        The member ID number on the claim is not valid.
        We could not find this person in our records.
        The name and date of birth do not match our records.
        Patient not found.
        Subscriber ID missing or incorrect.
        The date of birth submitted is different from our files.
        The person listed is not on this contract number.
        Patient cannot be identified
        Name on claim does not match ID card
        We don't have a member with this ID.
        Invalid subscriber number
        ID number not found
        We can't identify this patient
        Birth date does not match
        Subscriber not found
        Claim has wrong member number
        The patient's birth date on the claim is not the one in our file.
    """,
    "provider-enrollment": """
        The provider is not enrolled in Medicaid.
        The NPI on the claim is missing or invalid.
        Your provider was not certified to perform this service on this date.
        Your doctor needs to correct the tax ID number and resubmit.
        The provider's credentials are not on file.
        CLIA certification number missing.
        The rendering provider is not registered with us.
        Provider's taxonomy is not valid for this claim.
        This lab is not certified for this test.
        Provider NPI not on file
        Provider not eligible to bill for this service on this date
        Your doctor is not set up in our system. They need to contact us.
        Billing provider's license has expired.
        Provider is not enrolled with us on this date of service
        Missing rendering provider NPI
        Provider has not completed credentialing.
        Laboratory CLIA not valid for this test
        The provider's NPI does not match our records.
    """,
    "payer-pending": """
        This claim is under review.
        We need more time to process this claim.
        The claim is pending.
        No decision has been made yet.
        Your claim is being reviewed by our medical staff.
        We will send you another statement when the review is finished.
        Payment is on hold because your premium is past due and you are in the grace period.
        Claim in process.
        Pending review
        Claim still being worked on. We will tell you when we decide.
        We are still looking at this charge.
        Awaiting review by a nurse
        Under investigation
        This service is still in process.
        Not yet processed
        We are reviewing this claim.
        Decision pending
        We are waiting to finish our review.
    """,
    "cost-share": """
        This amount was applied to your deductible.
        This is your coinsurance.
        Your copay for a specialist visit.
        The patient is responsible for 20% of the allowed amount.
        You have not yet met your annual deductible.
        Amount shown is your co-payment.
        Applied to out-of-network deductible.
        Member cost share.
        Deductible applies to this out of network service.
        Deductible not met
        Copayment
        Your 20% share
        Amount you owe for your deductible
        Coinsurance amount
        This is your deductible amount.
        You pay a $30 copay for this visit.
        Subject to deductible
        Your coinsurance for services from an out-of-network provider
        Applied to deductible
        $25.00 copay
        Your coinsurance is 20% after you meet the deductible
        Goes toward your deductible
    """,
    "contractual-adjustment": """
        This is the discount your plan negotiated with the provider.
        The charge exceeds the contracted amount.
        Your provider has agreed to accept the allowed amount as full payment.
        Amount over the fee schedule. You are not responsible for this amount.
        Network savings.
        The provider may not bill you for the difference.
        Plan discount.
        This provider is in network and has agreed to a lower rate.
        The billed amount is higher than the maximum payment insurance allows.
        Charge above the allowable amount for a participating provider.
        Sequestration reduction.
        Provider discount
        Contract write-off
        The amount above what we allow. Your doctor can't bill you for it.
        Charges exceed our allowance; network provider must write off
        PPO savings
        You don't have to pay this amount.
        Reduced to Medicare-approved amount
        Charge exceeds maximum allowable.
        You saved this much by using a network provider.
        Exceeds the negotiated rate
        Network provider write-off
        Amount above contracted rate - not your responsibility
        Provider agreed to accept Medicare's approved amount.
        Patient not liable for this amount
        Network discount
        This is more than your plan allows. Your in-network provider cannot charge you the rest.
        Your plan's negotiated savings
        Charge reduced by contract. Patient does not owe it.
        This amount is more than Medicare pays for this service. You can't be billed for it.
        Your provider's price was lowered because of our contract.
    """,
    "surprise-balance-bill": """
        This claim was processed under the No Surprises Act.
        Federal law protects you from balance billing for this emergency care.
        Your cost share was based on the qualifying payment amount.
        Your provider is prohibited from balance billing you for these services.
        You are protected from surprise medical bills. You owe only your in-network share.
        Balance billing protections apply to this out-of-network emergency service.
        The No Surprises Act applies to this claim.
        You cannot be balance billed for this.
        This out of network doctor treated you at a network hospital, so federal law limits what you owe.
        Processed in line with federal surprise billing rules
        This claim falls under the federal No Surprises Act; your provider can't bill you more than shown.
    """,
}

HARMLESS = """
    Thank you for choosing our plan.
    Please keep this statement for your records.
    This is not a bill.
    Call member services with any questions.
    Your claim was paid in full.
    Payment was sent to the provider.
    We paid this claim according to your plan benefits.
    Emergency room visit, level four.
    Preventive care is covered at 100 percent.
    You have the right to appeal this decision within 180 days.
    If you do not agree, you may ask for a review of this decision.
    See the back of this page for your appeal rights.
    You can ask us for the diagnosis and treatment codes.
    Language help is available free of charge.
    Go paperless and view your statements online.
    This claim has been corrected. It replaces an earlier statement.
    Interest was paid on this claim.
    Your out-of-pocket maximum has been met for the year.
    Your out of network out-of-pocket maximum is $8,000.
    In-network provider.
    Physical therapy evaluation.
    Date of service.
    Amount billed.
    Total for this claim.
    This adjustment reflects a payment received from the hospital.
    We sent a copy of this notice to your doctor.
    Your prior authorization was approved.
    Report fraud by calling the number on your card.
    The claim was processed again after we received more information.
    Generic drug dispensed.
    Primary care visit.
    Member since 2019.
    Lab work, complete blood count.
    Your plan paid the first 100 dollars.
    Surgery on the left knee.
    Paid at the approved amount
    Claim 4 of 5
    Thank you for your prompt payment.
    Lab services from last month
    The doctor's office called us about your claim.
    Prescription filled at a retail store
    We've updated your coverage details.
    This claim was changed after your appeal.
    Our records show you called on May 2.
    Paid
    Approved
    Your claim is finished.
    If you have questions about your benefits, call us.
    The amount the plan paid to your provider.
    Diagnosis: chest pain
    Follow-up visit
    You may be able to get financial help.
    Non-discrimination notice
    To get copies of the records we used, write to us.
    Sign up for text alerts.
    Prior balance
    You paid at the visit
    Office visit, established patient
    New patient office visit
    Emergency care
    Anesthesia for surgery, 4 units
    Adjusted claim
    Date received
    Your provider is in the network.
    Network status: in network
    Coordination with Medicare: Medicare paid first.
    Primary insurance paid 80.00
    If you have other insurance, send them a copy of this statement.
    Modifier 25
    Vaccine administration, one unit
    Outpatient hospital services
    Ambulance, non-emergency transport
    The prior authorization number is on the letter.
    Group number
    Claim number
    Room and board
    Statement of benefits
    Provider accepted assignment.
    Deny
    Benefits paid at 80%.
    You saved paper by going online.
    Network: Choice Plus
    Look up doctors in the network on our website.
    Need help? Write to us.
    Service code 99213
    Medical records copies
    Physician visit, high complexity
    Insulin pump supplies
    Your plan covers this service.
    No action is needed.
    You do not need to do anything.
    Report of your health account
    Date of birth
    Prescription drugs
    X-ray of the chest
    Chart review
    Thank you for sending the form.
    We received your records.
    Your next visit
    Appeals must be filed within 180 days of this notice.
    Mail the coupon with your check on time.
    Balance due
    Codes and remarks
    Injection, per unit
    Inpatient hospital stay
    We changed your address.
    If the claim was denied, you can appeal.
    Benefits were paid based on your plan.
    We paid the provider at the in-network rate.
    You may have to pay the provider this amount.
    A copy was sent to your provider.
    Send your payment to the provider, not to us.
    The date you got the service
    Total member responsibility
"""

CASES = [(line.strip(), kind) for kind, lines in PHRASINGS.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("words", "kind"), CASES)
def test_a_phrasing_is_read_as_its_kind(words: str, kind: str) -> None:
    assert kind_of_words(words) == kind


@pytest.mark.parametrize("words", [line.strip() for line in HARMLESS.strip().splitlines()])
def test_words_that_refuse_nothing_have_no_kind(words: str) -> None:
    assert kind_of_words(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "PRIOR AUTHORIZATION WAS NOT OBTAINED",
        "prior\n  authorization   was not\tobtained",
        "Prior\u2011authorization was not obtained",
        "\uff30rior authorization was not obtained",
    ],
)
def test_capitals_blanks_and_dashes_make_no_difference(words: str) -> None:
    assert kind_of_words(words) == "authorization-required"


def test_an_alternative_matches_only_at_the_start_of_a_word() -> None:
    assert kind_of_words("copays") == "cost-share"
    assert kind_of_words("telecopay") is None


def test_contractions_are_read_like_the_words_they_stand_for() -> None:
    assert (
        kind_of_words("This service isn\u2019t covered.")
        == kind_of_words("This service is not covered.")
        == "not-covered"
    )


def test_an_alert_tells_of_no_refusal() -> None:
    assert kind_of_words("Alert: prior authorization was not obtained") is None
    assert kind_of_words("Alert: the No Surprises Act was applied") == "surprise-balance-bill"


def test_no_words_have_no_kind() -> None:
    assert kind_of_words("") is None


def test_every_rule_names_a_kind_and_words_in_small_letters() -> None:
    rows = read_table("denial_words")

    assert {row["kind"] for row in rows} <= set(CATALOGUE)
    for row in rows:
        for column in ("words", "also", "never"):
            alternatives = row[column].split("|") if row[column] else []
            assert all(alternatives), row
            assert all(one == " ".join(one.lower().split()) and "-" not in one for one in alternatives), row
        assert row["words"], row


def test_every_kind_of_refusal_has_a_rule() -> None:
    assert {row["kind"] for row in read_table("denial_words")} >= set(PHRASINGS)
