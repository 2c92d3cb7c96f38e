namespace PublicAdmin.Embedded;

/// <summary>
/// The phrases of <see cref="RowPhrases"/>, one a line. Their order is part of every row on every disk: add at the end, never change
/// or remove a line; at most 256.
/// </summary>
internal static class RowPhraseList
{
    public const string Text = """
        {"type":"
        ","stamp":{"at":"20
        "},"stamp":{"at":"20
        },"stamp":{"at":"20
        +00:00","by":"
        +07:00","
        :00:00+07:00","
        +00:00"},{"phase":"
        +00:00"}]
        ","as":"Citizen"}}
        ","as":"Clerk","office":"
        ","as":"Officer","office":"
        ","as":"Leader","office":"
        ","as":"Registrar","office":"
        ","as":"
        ","office":"
        {"code":"
        "filing":{"procedure":{"code":"
        ","procedure":{"code":"
        "procedure":{"code":"
        ","version":"20
        ","calendar":"20
        "},"channel":"online","applicant":{"name":"
        "},"channel":"counter","applicant":{"name":"
        "},"channel":"
        "applicant":{"name":"
        ","personalNumber":"
        ","phone":"
        ","email":"
        ","address":"
        ","kind":"person"},"places":{"receipt":"
        ","kind":"
        "places":{"receipt":"
        "places":{"help":"
        ","receipt":"
        ","competent":"
        "},"phase":"
        ","holding":"
        ","filer":"
        "},"returnWay":"electronic",
        "},"returnWay":"counter",
        "},"returnWay":"post",
        ","returnWay":"electronic",
        ","returnWay":"counter",
        ","returnWay":"post",
        "papers":[{"id":"
        },{"id":"
        ","component":"
        ","name":"
        ","lineage":"scanned","source":"
        ","lineage":"reused","source":"
        ","lineage":"
        ","source":"
        ","sha256":"
        ","bytes":
        "consentAt":"20
        "formSha256":"
        ","submittedAt":"20
        "submittedAt":"20
        +00:00","components":[
        "hasForm":true,"paperCount":
        "hasForm":false,"paperCount":
        ,"handler":"
        ,"deadline":{"receivedAt":"20
        "deadline":{"receivedAt":"20
        +07:00","startsAt":"20
        +07:00","promisedAt":"20
        +07:00","owedAt":"20
        +07:00","dueAt":"20
        :00:00+07:00","promisedAt":"20
        :00:00+07:00","owedAt":"20
        :00:00+07:00","dueAt":"20
        :00:00+07:00","calendarVersion":"20
        +07:00","calendarVersion":"20
        "},"pauses":[],
        ,"pauses":[
        "pauses":[]
        "apology":"none",
        "rungs":[],
        "supplementRounds":0,
        "supplementRounds":
        "asked":{"items":[{"component":"
        ","what":"
        ","reason":"
        ","ground":"
        "contact":"
        "pausedFrom":"
        ,"proposal":{"outcome":"grant","summary":"
        ,"proposal":{"outcome":"deny","summary":"
        "proposal":{"outcome":"grant","summary":"
        ","content":"
        ","by":"
        ","hash":"
        "},"approver":"
        ","approver":"
        ,"result":{"number":"
        "result":{"number":"
        ","date":"20
        ","outcome":"grant","proposalHash":"
        ","outcome":"deny","proposalHash":"
        ","proposalHash":"
        "},"doneAt":"20
        +00:00","payment":"nothing","handOver":"
        ,"payment":"nothing","handOver":"
        ,"payment":"paid","handOver":"
        ,"payment":"due","handOver":"
        none","portalUpTo":
        given","portalUpTo":
        taken","portalUpTo":
        ,"offices":["
        ],"milestones":[{"phase":"registered","at":"20
        "milestones":[{"phase":"
        received","at":"20
        assigned","at":"20
        proposed","at":"20
        approved","at":"20
        issued","at":"20
        returned","at":"20
        supplementRequested","at":"20
        ","at":"20
        {"type":"submitted","code":"
        {"type":"accepted","deadline":{"receivedAt":"20
        {"type":"taken","stamp":{"at":"20
        {"type":"assigned","handler":"
        {"type":"proposed","proposal":{"outcome":"grant","summary":"
        {"type":"approved","proposalHash":"
        {"type":"issued","result":{"number":"
        {"type":"returned","way":"electronic","stamp":{"at":"20
        {"type":"returned","way":"
        {"type":"portal-acknowledged","upTo":
        {"type":"supplement-requested","request":{"items":[{"component":"
        {"type":"supplemented","papers":[{"id":"
        {"type":"transferred","from":"
        "from":"20
        ","legalGround":"
        ","policy":"pause","from":"20
        "hasForm":true,"notHeld":[],"paperCount":
        "hasForm":false,"notHeld":[],"paperCount":
        +00:00","fees":{"items":[],"receipts":[]},"handOver":"
        ,"fees":{"items":[],"receipts":[]},"handOver":"
        ,"fees":{"items":[{"id":"
        ],"receipts":[]},"handOver":"
        none","portal":{"version":
        given","portal":{"version":
        taken","portal":{"version":
        ,"changedAt":"20
        +00:00","heard":0},"offices":["
        ","lineage":"fromDatabase","source":"record:
        {"type":"records-read","papers":[{"id":"
        ","letter":"tell-by-hand","code":"
        ","subject":{"vi":"[Gọi điện hoặc gửi bưu điện] Đã tiếp nhận hồ sơ
        ","en":"[Call or post] Dossier
        "},"body":{"vi":"Thông báo bắt buộc này không đến được công dân qua mạng. Hãy gọi điện, hoặc in giấy và gửi qua bưu điện.\nĐiện thoại:
        .\nIn Mẫu 01 đã ký: /api/dossiers/
        .\nNội dung:\nKính gửi
        ,\nTrung tâm Phục vụ hành chính công
         đã tiếp nhận hồ sơ
        .\nHẹn trả kết quả:
        .\nVì sao là ngày này:\nTiếp nhận:
        .\nThời hạn giải quyết:
        : tiếp nhận sau 15 giờ hoặc ngoài giờ, tính sang ngày làm việc tiếp theo\n-
        : tính 1 ngày làm việc\n
        .\nLịch làm việc áp dụng:
        .","en":"This notice is required by law and no line carries it to the citizen. Call, or print it and send it by post.\nPhone:
        .\nPrint the signed form 01: /api/dossiers/
        .\nIt says:\nDear
        ,\nPublic Administration Service Center of
         has received dossier
        .\nThe result is promised for
        .\nWhy this date:\nReceived:
        : received after 15:00 or outside hours, so the next working day counts\n-
        : 1 working day counted\n
        .\nOffice calendar used:
        ."},"read":false}
        """;
}
