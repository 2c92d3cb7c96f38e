using System.Globalization;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.DevelopmentSignIn;

/// <summary>
/// The people of the development sign-in. All are invented. Staff are called by role and place: <c>clerk-muong-ang</c>,
/// <c>leader-dien-bien-phu</c>; for load tests there are as many citizens as one likes: <c>citizen-1</c>, <c>citizen-2</c> …
/// </summary>
internal static class Personas
{
    private static readonly (string Key, string Unit, string Vi, string En, string[] Names)[] Communes =
    [
        ("muong-ang", "03256", "xã Mường Ảng", "Mường Ảng commune",
            ["Lò Thị Hương", "Quàng Văn Dũng", "Lường Văn Thành", "Cà Thị Ngân", "Tòng Thị Lan", "Bạc Cầm Sơn", "Nguyễn Đức Anh"]),
        ("muong-phang", "03325", "xã Mường Phăng", "Mường Phăng commune",
            ["Lò Văn Hoàng", "Vàng A Páo", "Quàng Thị Yến", "Lò Thị Thu", "Cà Văn Hặc", "Mùa A Sình", "Trần Thị Hạnh"]),
        ("dien-bien-phu", "03127", "phường Điện Biên Phủ", "Điện Biên Phủ ward",
            ["Nguyễn Thị Hòa", "Phạm Quang Huy", "Đỗ Minh Tuấn", "Hoàng Thị Ngọc", "Bùi Thị Thảo", "Vũ Đình Khôi", "Đặng Thu Trang"]),
    ];

    private static readonly (Role Role, string Vi, string En)[] Desks =
    [
        (Role.Clerk, "Cán bộ một cửa", "Clerk at the one-stop desk"),
        (Role.Officer, "Chuyên viên", "Officer"),
        (Role.Leader, "Lãnh đạo ký duyệt", "Leader who approves and signs"),
        (Role.Registrar, "Văn thư", "Registrar"),
        (Role.Cashier, "Cán bộ thu phí", "Cashier"),
        (Role.Supervisor, "Giám sát, Phó Chủ tịch", "Supervisor, deputy chairman"),
        (Role.Administrator, "Quản trị", "Administrator"),
    ];

    public static IReadOnlyList<Persona> All { get; } = [.. Citizens(), .. Communes.SelectMany(CommuneStaff), .. ProvincialStaff()];

    /// <returns>Null when nobody is called so.</returns>
    public static Persona? Find(string key) => All.FirstOrDefault(persona => persona.Key == key) ?? Numbered(key);

    private static IEnumerable<Persona> Citizens()
    {
        yield return new(
            "mai", CallerKind.Citizen, "Lò Thị Mai",
            new("Người mẹ trẻ, dân tộc Thái, đăng ký khai sinh cho con", "A young mother of the Thái who registers a birth"), "011195000123");
        yield return new(
            "thanh", CallerKind.Citizen, "Quàng Văn Thanh", new("Chủ đất, đăng ký đất đai lần đầu", "A land owner, first registration of land"),
            "011078000456");
        yield return new(
            "my", CallerKind.Citizen, "Vừ Thị Mỷ", new("Cụ bà 76 tuổi, xin trợ cấp hưu trí xã hội", "An elder of 76 who applies for a social pension"),
            "011150000789");
        yield return new(
            "cooperative", CallerKind.Citizen, "Lường Thị Phương",
            new("Đại diện Hợp tác xã cà phê Mường Ảng, đăng nhập bằng tài khoản tổ chức", "Represents a coffee cooperative, signed in with its account"),
            "011185000321", Organisation: "5600123456");
        yield return new(
            "portal", CallerKind.System, "Cổng Dịch vụ công quốc gia",
            new("Hệ thống kết nối, nộp thay công dân đã định danh", "A connected system that files for identified citizens"), null, Role.System,
            Duty.Everywhere);
    }

    private static IEnumerable<Persona> CommuneStaff((string Key, string Unit, string Vi, string En, string[] Names) commune) =>
        Desks.Zip(commune.Names,
            (desk, name) => Staff(desk.Role, commune.Key, name, commune.Unit, new($"{desk.Vi}, {commune.Vi}", $"{desk.En}, {commune.En}")));

    private static IEnumerable<Persona> ProvincialStaff() =>
    [
        Staff(Role.Clerk, "center", "Nguyễn Thị Phương", nameof(OfficeKind.ProvincialCenter),
            new("Cán bộ một cửa, Trung tâm tỉnh", "Clerk at the provincial center")),
        Staff(Role.Supervisor, "center", "Lê Văn Cường", nameof(OfficeKind.ProvincialCenter),
            new("Giám đốc Trung tâm tỉnh, đôn đốc hồ sơ", "Director of the provincial center, who urges dossiers on")),
        Staff(Role.Officer, "land", "Lường Thị Xuân", nameof(OfficeKind.LandOffice),
            new("Chuyên viên, Văn phòng đăng ký đất đai", "Officer of the land registration office")),
        Staff(Role.Leader, "land", "Trần Quốc Việt", nameof(OfficeKind.LandOffice),
            new("Lãnh đạo Văn phòng đăng ký đất đai", "Head of the land registration office")),
        Staff(Role.Supervisor, "province", "Hà Thị Minh", Duty.Everywhere, new("Giám sát toàn tỉnh", "Supervisor of the province")),
        Staff(Role.Auditor, "province", "Đinh Công Tráng", Duty.Everywhere, new("Thanh tra tỉnh, chỉ đọc", "Auditor of the province, who only reads")),
        Staff(Role.Administrator, "province", "Mai Xuân Bách", Duty.Everywhere, new("Quản trị toàn tỉnh", "Administrator of the province")),
    ];

    private static Persona Staff(Role role, string placeKey, string name, string place, Text about) =>
        new($"{role.ToString().ToLowerInvariant()}-{placeKey}", CallerKind.Staff, name, about, null, role, place) { Position = PositionOf(role, placeKey) };

    private static Position? PositionOf(Role role, string placeKey) => (role, placeKey) switch
    {
        (Role.Leader, "land") => new("Giám đốc", PositionRank.Head),
        (Role.Leader, _) => new("Chủ tịch", PositionRank.Head),
        (Role.Supervisor, not ("center" or "province")) => new("Phó Chủ tịch", PositionRank.Deputy),
        (Role.Officer, _) => new("Chuyên viên", PositionRank.Other),
        _ => null,
    };

    private static Persona? Numbered(string key) =>
        key.StartsWith("citizen-", StringComparison.Ordinal)
        && int.TryParse(key.AsSpan("citizen-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000
            ? new(key, CallerKind.Citizen, $"Công dân số {number}", new("Một trong nhiều công dân, để thử tải", "One of many citizens, for load tests"),
                string.Create(CultureInfo.InvariantCulture, $"011190{number:D6}"))
            : null;
}
