using Microsoft.AspNetCore.Http;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Messages;

namespace PublicAdmin.Api.Operating;

public static class DeadLetterRefusals
{
    public static readonly RefusalCode ProvinceOnly = new(
        RefusalKind.Forbidden, "dead-letters-province-only", "Chỉ quản trị toàn tỉnh xem được hàng đợi lỗi.",
        "Only the administrator of the whole province sees dead letters.");

    public static readonly RefusalCode QueueUnknown = new(
        RefusalKind.NotFound, "queue-unknown", "Không có hàng đợi {0}. Các hàng đợi: {1}.", "There is no queue {0}. The queues: {1}.");

    public static readonly RefusalCode NotFound = new(
        RefusalKind.NotFound, "dead-letter-not-found", "Hàng đợi {0} không có thông điệp lỗi {1}; có thể nó đã được gửi lại.",
        "Queue {0} has no dead letter {1}; it may have been replayed already.");

    internal static Refusal? FirstBroken(HttpRequest request, string queue) =>
        !request.Caller().Has(Role.Administrator, Duty.Everywhere) ? ProvinceOnly
        : Queues.All.All(known => known.Name != queue) ? QueueUnknown.With(queue, string.Join(", ", Queues.All.Select(known => known.Name)))
        : null;
}
