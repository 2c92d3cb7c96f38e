using System.Text.Json;
using System.Text.Json.Nodes;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Audit;

/// <summary>A good version of each sort of reference data, from 1 December 2026.</summary>
internal static class ReferenceBodies
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    public static OfficeVersion Coming(Office office) => office.The<OfficeDirectory>().Find("H18.61", Day)! with { ValidFrom = Day, Reason = "Sáp nhập" };

    public static JsonNode Of(Office office, string what) => what.Split('/')[0] switch
    {
        "offices" => JsonSerializer.SerializeToNode(Coming(office), OfficeJson.Options)!,
        "office-hours" => JsonNode.Parse("""
            {
              "office": "H18.61", "validFrom": "2026-12-01", "source": "Quy chế", "reason": "Mùa đông",
              "seasons": [{ "from": "01-01", "to": "12-31", "shifts": [{ "opens": "07:30", "closes": "12:00" }, { "opens": "13:00", "closes": "16:30" }] }]
            }
            """)!,
        "escalation-ladders" => JsonNode.Parse("""
            {
              "procedure": "1.014027", "office": "H18.61", "validFrom": "2026-12-01", "source": "Quyết định 12", "reason": "Nhắc sớm hơn",
              "rungs": [
                {
                  "code": "two-days-left", "name": { "vi": "Còn hai ngày", "en": "Two days left" }, "when": "before", "amount": 2,
                  "to": [{ "who": "handler" }], "draftsApology": true
                },
                {
                  "code": "end", "name": { "vi": "Hết hạn", "en": "Ended" }, "when": "after", "amount": 0, "to": [{ "who": "handler" }], "draftsApology": false
                }
              ]
            }
            """)!,
        _ => JsonNode.Parse("""
            {
              "root": "*", "validFrom": "2026-12-01", "keyUsageNeeded": false, "allowed": ["1.3.6.1.5.5.7.3.4"], "forbidden": [], "policies": [],
              "source": "RFC 9336", "reason": "Chính sách mới"
            }
            """)!,
    };
}
