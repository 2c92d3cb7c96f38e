using Microsoft.Extensions.DependencyInjection;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Offices;

internal static class OfficesServices
{
    public static IServiceCollection AddOffices(this IServiceCollection services) => services
        .AddSingleton<OfficeDirectory>()
        .AddVersions<OfficeVersion>("offices")
        .AddSingleton<OfficeRegister>()
        .AddSingleton<StaffFiles>()
        .AddSingleton<StaffDirectory>()
        .AddSingleton<StaffRegister>()
        .AddSingleton<DelegationDesk>()
        .AddSingleton<IReferenceData>(provider => provider.GetRequiredService<OfficeRegister>());
}
