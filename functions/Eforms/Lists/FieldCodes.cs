using System.Collections.Frozen;
using System.Text.Json;
using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;

namespace PublicAdmin.Eforms.Lists;

/// <summary>What a field may be answered with, from its list and its options.</summary>
internal static class FieldCodes
{
    /// <summary>The codes it chooses from; null when it is not chosen from codes.</summary>
    public static FrozenSet<string>? Of(FormField field, string place, DefinitionFaults faults)
    {
        if (field.Type is not (FieldType.Choice or FieldType.MultiChoice or FieldType.Matrix))
        {
            return null;
        }

        var list = field.List is { } id ? CodeLists.Find(id) : null;
        var options = (field.Options ?? []).Select(CodeOf).OfType<string>().ToHashSet();
        if (options.Count < field.Options?.Count)
        {
            faults.Add($"{place}.options", "Mỗi giá trị lựa chọn phải là một mã riêng hoặc có mã riêng", "Every option is a code of its own, or has one");
        }
        else if (field.List is not null && list is null)
        {
            faults.Add($"{place}.list", $"Không có danh mục «{field.List}»", $"There is no list '{field.List}'");
        }
        else if (list is not null && options.FirstOrDefault(option => !list.Has(option)) is { } foreign)
        {
            faults.Add($"{place}.options", $"Danh mục không có mã «{foreign}»", $"The list has no code '{foreign}'");
        }
        else if (list is null && options.Count is 0)
        {
            faults.Add(place, "Trường lựa chọn phải có danh mục hoặc giá trị", "A choice needs a list or options");
        }

        return (options.Count > 0 ? options : list?.Items.Select(item => item.Code) ?? []).ToFrozenSet(StringComparer.Ordinal);
    }

    private static string? CodeOf(JsonElement option) => option.ValueKind is JsonValueKind.String ? option.GetString()
        : option.ValueKind is JsonValueKind.Object && option.TryGetProperty("code", out var code) && code.ValueKind is JsonValueKind.String ? $"{code}" : null;

    /// <summary>The columns of a matrix; null for anything else.</summary>
    public static FrozenSet<string>? ColumnsOf(FormField field, string place, DefinitionFaults faults)
    {
        if (field.Type is not FieldType.Matrix)
        {
            return null;
        }

        var listed = CodeLists.Find(field.ColumnsList ?? "")?.Items.Select(item => item.Code);
        var columns = (field.Columns?.Select(column => column.Code) ?? listed ?? []).ToFrozenSet(StringComparer.Ordinal);
        if (columns.Count is 0)
        {
            faults.Add($"{place}.columns", "Bảng phải có cột", "A matrix needs columns");
        }

        return columns;
    }
}
