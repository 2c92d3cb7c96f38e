namespace PublicAdmin.Embedded;

/// <summary>What somebody who has just started the office wants to know.</summary>
internal static class Welcome
{
    public static string At(string url, string folder) => $"""

        Trung tâm Phục vụ hành chính công đã mở cửa tại {url}
        The Public Administration Service Center is open at {url}

          curl {url}/api/procedures       thủ tục · procedures
          curl {url}/api/offices          cơ quan · offices
          curl {url}/dev/personas         nhân vật để đăng nhập thử · people to sign in as
          curl {url}/api/openapi.json     mọi địa chỉ của API · every route of the API

        Dữ liệu · data: {folder}
        Ctrl+C: đóng cửa · close

        """;
}
