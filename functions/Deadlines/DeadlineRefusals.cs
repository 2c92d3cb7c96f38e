using PublicAdmin.Platform;

namespace PublicAdmin.Deadlines;

public static class DeadlineRefusals
{
    public static readonly RefusalCode CalendarUnknown = new(
        RefusalKind.NotFound, "calendar-unknown", "Chưa có lịch làm việc năm {0}.", "There is no office calendar for {0}.");

    public static readonly RefusalCode CalendarChanged = new(
        RefusalKind.Changed, "calendar-changed",
        "Lịch năm {0} vừa được người khác sửa, hoặc thiếu If-Match. Hãy xem bản hiện hành rồi sửa lại.",
        "Somebody else has just changed the calendar of {0}, or If-Match is missing. Read it again, then change it.");

    public static readonly RefusalCode CalendarDayUnfit = new(
        RefusalKind.Invalid, "calendar-day-unfit",
        "Ngày {0} không đổi gì: ngày nghỉ phải rơi vào thứ Hai đến thứ Sáu, ngày làm bù vào cuối tuần, và thuộc năm {1}.",
        "{0} changes nothing: a day off must be a Monday to Friday, a worked day a weekend day, both in {1}.");

    public static readonly RefusalCode CalendarEntriesUnfit = new(
        RefusalKind.Invalid, "calendar-entries-unfit", "Mỗi ngày chỉ ghi một lần, tối đa {0} ngày.", "Each day once, at most {0} days.");

    public static readonly RefusalCode ClockNotStarted = new(
        RefusalKind.NotFound, "deadline-not-started",
        "Hồ sơ {0} chưa được tiếp nhận hợp lệ nên chưa có thời hạn giải quyết.",
        "Dossier {0} is not validly received yet, so no term runs.");

    public static readonly RefusalCode PostingUnfit = new(
        RefusalKind.Invalid, "posting-days-unfit",
        "Thời gian niêm yết của thủ tục này là {0} ngày.",
        "The time of public posting of this procedure is {0} days.");

    public static readonly RefusalCode PostingNotProvided = new(
        RefusalKind.Unprocessable, "procedure-without-posting",
        "Thủ tục {0} không có niêm yết công khai, nên không được tạm dừng thời hạn vì lý do này.",
        "Procedure {0} has no public posting, so the clock may not stand still for it.");

    public static readonly RefusalCode PostedBefore = new(
        RefusalKind.Conflict, "dossier-posted-before",
        "Hồ sơ {0} đã được niêm yết một lần. Chỉ lãnh đạo được cho niêm yết thêm, có căn cứ; thời hạn để xét đúng hạn không thay đổi.",
        "Dossier {0} was posted once already. Only the head may have it posted again, on a ground; what lateness is judged on does not move.");

    public static readonly RefusalCode DutyNotProvided = new(
        RefusalKind.Unprocessable, "procedure-without-duty",
        "Thủ tục {0} không có nghĩa vụ tài chính, nên không được tạm dừng thời hạn vì lý do này.",
        "Procedure {0} has no financial duty, so the clock may not stand still for it.");

    public static readonly RefusalCode NotOverdue = new(
        RefusalKind.Conflict, "dossier-not-overdue",
        "Hồ sơ {0} còn trong hạn: nếu cần thêm thời gian, hãy gia hạn (một lần).",
        "Dossier {0} is still in time: if more time is needed, extend it (once).");

    public static readonly RefusalCode NoLongerTerm = new(
        RefusalKind.Unprocessable, "procedure-without-verification",
        "Thủ tục {0} không có thời hạn riêng cho trường hợp phải xác minh.", "Procedure {0} has no longer term for verification.");

    public static readonly RefusalCode VerificationTooLate = new(
        RefusalKind.Conflict, "verification-too-late",
        "Thời hạn của hồ sơ {0} đã hết; ghi nhận phải xác minh lúc này không làm hồ sơ đúng hạn.",
        "The time of dossier {0} is over; recording a verification now does not make it punctual.");

    public static readonly RefusalCode AgreedTimeMissing = new(
        RefusalKind.Invalid, "agreed-time-missing",
        "Thủ tục này có thời hạn theo thỏa thuận: hãy ghi thời điểm đã thống nhất bằng văn bản với người nộp, sau lúc tiếp nhận.",
        "This procedure's term is by agreement: give the moment agreed in writing with the applicant, later than the receipt.");

    public static readonly RefusalCode AlreadyExtended = new(
        RefusalKind.Conflict, "already-extended",
        "Hồ sơ đã được gia hạn một lần; pháp luật không cho gia hạn lần thứ hai.",
        "The dossier was extended once; the law allows no second extension.");

    public static readonly RefusalCode ExtensionTooLate = new(
        RefusalKind.Conflict, "extension-too-late",
        "Thời hạn đã hết nên không thể gia hạn. Hãy gửi thư xin lỗi và trả kết quả sớm nhất có thể.",
        "The time is over, so it cannot be extended. Send the apology and the result as soon as possible.");

    public static readonly RefusalCode ExtensionDayUnfit = new(
        RefusalKind.Invalid, "extension-day-unfit",
        "Ngày hẹn mới phải là ngày làm việc và sau thời hạn hiện tại.",
        "The new day must be a working day after the present deadline.");

    public static readonly RefusalCode ExtensionTooLong = new(
        RefusalKind.Unprocessable, "extension-too-long",
        "Chỉ được gia hạn thêm tối đa {0} ngày làm việc, đến hết ngày {1}.",
        "The term may be extended by at most {0} working days, until {1}.");
}
