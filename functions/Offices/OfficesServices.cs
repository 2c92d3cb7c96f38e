using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Platform.Storage;

namespace PublicAdmin.Offices;

internal static class OfficesServices
{
    public static IServiceCollection AddOffices(this IServiceCollection services) => services
        .AddSingleton<OfficeDirectory>()
        .AddSingleton(provider => new ReferenceVersions<OfficeVersion>(provider.GetRequiredService<ITables>(), "offices"))
        .AddSingleton<OfficeRegister>()
        .AddSingleton<StaffFiles>()
        .AddSingleton<StaffDirectory>()
        .AddSingleton<StaffRegister>()
        .AddSingleton<DelegationDesk>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<OfficeRegister>());
}
