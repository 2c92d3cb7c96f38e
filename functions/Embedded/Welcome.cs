namespace PublicAdmin.Embedded;

/// <summary>What somebody who has just started the office wants to know.</summary>
internal static class Welcome
{
    public static string At(string url) => $"""

        Trung tâm Phục vụ hành chính công đã mở cửa tại {url}
        The Public Administration Service Center is open at {url}

          curl {url}/api/health                    còn sống · alive
          curl {url}/api/procedures                thủ tục · procedures
          curl {url}/api/offices                   cơ quan · offices
          curl {url}/api/openapi.json              mô tả API · every route

        Dữ liệu nằm trong thư mục data · Data lies in the folder data. Ctrl+C: đóng cửa · close.

        """;
}
