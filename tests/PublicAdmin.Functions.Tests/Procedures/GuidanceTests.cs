using PublicAdmin.Procedures;

namespace PublicAdmin.Tests.Procedures;

public sealed class GuidanceTests
{
    private static readonly ProcedureCatalogue Catalogue = new();

    [Fact]
    public void A_farmer_reads_how_long_registration_of_land_takes() => Assert.Equal(
        "20 ngày làm việc. Ở xã miền núi, xã khó khăn: 30 ngày làm việc.", Of("1.013978").HowLong.Vi);

    [Fact]
    public void A_citizen_reads_what_copies_cost() => Assert.Equal(
        "Phí chứng thực bản sao: 2.000 đồng mỗi trang, từ trang thứ 3 là 1.000 đồng, không quá 200.000 đồng mỗi bản.", Of("2.000815").Cost.Single().Vi);

    [Fact]
    public void What_the_office_looks_up_is_listed_as_not_needed()
    {
        var guidance = Of("1.000894");

        Assert.Contains("Tình trạng hôn nhân của hai bên", guidance.NoNeedToBring.Select(text => text.Vi));
        Assert.Equal(["Tờ khai đăng ký kết hôn (điền tại chỗ hoặc trên mạng)"], guidance.Bring.Select(text => text.Vi));
    }

    [Fact]
    public void A_service_that_is_not_fully_online_says_why() => Assert.StartsWith("Phải đến trực tiếp. Phải ký", Of("2.000884").Online.Vi);

    private static Guidance Of(string code) => Guidance.Of(Catalogue.Find(code, new DateOnly(2026, 11, 20))!);
}
