namespace PublicAdmin.Embedded;

/// <summary>What somebody who has just started the office wants to know.</summary>
internal static class Welcome
{
    /// <param name="url">Where it listens.</param>
    /// <param name="folder">Where its data lies.</param>
    /// <param name="developing">Whether the invented people of the development sign-in may come in.</param>
    /// <param name="filling">Whether an invented province is being filled in.</param>
    public static string At(string url, string folder, bool developing, bool filling) => $"""

        Trung tâm Phục vụ hành chính công đã mở cửa tại {url}
        The Public Administration Service Center is open at {url}

          {url}/                                   trang web · the site
          curl {url}/api/health                    còn sống · alive
          curl {url}/api/procedures                thủ tục · procedures
          curl {url}/api/offices                   cơ quan · offices
          curl {url}/api/openapi.json              mô tả API · every route
        {(developing ? SignIn(url) : "")}{(filling ? Filling : "")}
        Dữ liệu · data: {folder}. Ctrl+C: đóng cửa · close.

        """;

    private const string Filling = """

        Đang tạo dữ liệu mẫu của một tỉnh giả định, khoảng 15–60 giây; đóng cửa giữa chừng thì lần mở sau làm tiếp.
        An invented province is being filled in, about 15 to 60 seconds; closed in the midst of it, the next start goes on.

        """;

    private static string SignIn(string url) => $$"""

          curl {{url}}/dev/personas                nhân vật thử · people to be: mai, clerk-muong-ang, leader-muong-ang …
          TOKEN=$(curl -s {{url}}/dev/tokens -H 'Content-Type: application/json' -d '{"persona":"clerk-muong-ang"}' | sed 's/.*"token":"\([^"]*\)".*/\1/')
          curl {{url}}/api/work -H "Authorization: Bearer $TOKEN"     việc trên bàn · what lies on the clerk's desk

        """;
}
