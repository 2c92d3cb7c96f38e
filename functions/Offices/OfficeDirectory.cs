using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Offices;

/// <summary>
/// Which offices there are on a day, from memory. Begins with the data that came with the system;
/// <see cref="OfficeRegister"/> lays the administrator's later versions over it.
/// </summary>
public sealed class OfficeDirectory
{
    private static readonly OfficeVersion[] Shipped = Resources.Json<OfficeVersion[]>("Offices.offices.json");

    private volatile Timelines<OfficeVersion> _offices = new(Shipped);

    /// <summary>The present data as a whole; another object after every change.</summary>
    internal object State => _offices;

    /// <summary>The office as it is on this day; null when it is unknown, not yet open or closed.</summary>
    public OfficeVersion? Find(string code, DateOnly day) => _offices.On(code, day);

    /// <summary>The commune or ward office in charge of an administrative unit.</summary>
    /// <param name="unit">GSO code, five digits.</param>
    /// <param name="day">On which day.</param>
    public OfficeVersion? FindByUnit(string unit, DateOnly day) => _offices.All(day).FirstOrDefault(office => office.Unit == unit);

    public IReadOnlyList<OfficeVersion> All(DateOnly day) => _offices.All(day);

    /// <summary>The People's Committee of the province; null where the directory does not have it.</summary>
    public OfficeVersion? Province(DateOnly day) => _offices.All(day).FirstOrDefault(office => office.Kind is OfficeKind.Province);

    /// <summary>Every version of one office, oldest first.</summary>
    public IReadOnlyList<OfficeVersion> VersionsOf(string code) => _offices.VersionsOf(code);

    /// <summary>Every office there ever was, open or closed, in no order.</summary>
    public IReadOnlyList<string> Codes => _offices.Codes;

    /// <summary>Lays an administrator's versions over the shipped ones; for the same day the administrator's stands.</summary>
    /// <remarks>Anybody reads the directory: it does not know who entered what.</remarks>
    internal void Load(IEnumerable<OfficeVersion> added) => _offices = new(
        added.Select(office => office with { EnteredBy = null }).Concat(Shipped).DistinctBy(office => (office.Code, office.ValidFrom)));
}
