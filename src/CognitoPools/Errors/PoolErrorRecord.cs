using System.Management.Automation;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CognitoPools.Errors;

/// <summary>An error of the catalogue, which shows its cause and its cure once in each view of the engine.</summary>
/// <remarks>ConciseView prints the message and the recommended action, NormalView only the message, and CategoryView
/// neither. Text, which is what a log contains, has only the message unless this type adds the cure.</remarks>
internal sealed class PoolErrorRecord : ErrorRecord
{
    private static readonly ConditionalWeakTable<ErrorCategoryInfo, string> Texts = new();
    private static readonly MethodInfo CategoryText = typeof(PoolErrorRecord).GetMethod(nameof(GetCategoryMessage))!;

    private readonly string id;

    public PoolErrorRecord(Exception exception, string id, ErrorCategory category, object? target, PoolErrorDetails details)
        : base(exception, id, category, target)
    {
        this.id = id;
        ErrorDetails = Details = details;
        Texts.Add(CategoryInfo, details.Text);
        // CategoryView calls this method; NormalView and Get-Error use ToString, which stays the engine's.
        PSObject.AsPSObject(CategoryInfo).Methods.Add(new PSCodeMethod(nameof(ErrorCategoryInfo.GetMessage), CategoryText));
    }

    /// <summary>The line that NormalView prints in place of the category, if there is a property of this name.</summary>
    [Hidden]
    public string? ErrorCategory_Message => Details.IsCureApart
        ? $"{CategoryInfo}{Environment.NewLine}+ RecommendedAction     : {Details.RecommendedAction}"
        : null;

    private PoolErrorDetails Details { get; }

    /// <summary>The record for an error that ends the pipeline. The engine replaces it with a plain ErrorRecord, of which all
    /// views and the text show only the message. Its message contains the cure, and the recommended action is
    /// empty.</summary>
    public ErrorRecord Ending() => Details.IsCureApart
        ? new PoolErrorRecord(Exception, id, CategoryInfo.Category, TargetObject, new PoolErrorDetails(Details.Text, ""))
        : this;

    public override string ToString() => Details.Text;

    /// <summary>The text of CategoryView: the category, the cause and the cure.</summary>
    /// <param name="category">The category of a record.</param>
    public static string GetCategoryMessage(PSObject category)
    {
        var info = (ErrorCategoryInfo)category.BaseObject;
        return Texts.TryGetValue(info, out var text) ? $"{info}: {text}" : info.ToString();
    }
}
