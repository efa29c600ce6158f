using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace CognitoPools.Roles;

/// <summary>The ARN of an IAM role, in its parts. Two are equal if every part is equal, including its case.</summary>
/// <param name="Partition">The partition's name, such as <c>aws</c>.</param>
/// <param name="AccountId">The account's 12 digits.</param>
/// <param name="Path">The path: <c>/</c>, or segments between slashes such as <c>/service-role/</c>.</param>
/// <param name="Name">The role's name, 1 to 64 characters.</param>
public sealed record RoleArn(string Partition, string AccountId, string Path, string Name)
{
    private const int MaximumLength = 2048;

    // IAM's rules: a path of at most 512 printable ASCII characters, a name of at most 64.
    private static readonly Regex Form = new(
        @"\Aarn:(?<partition>aws[a-z-]{0,20}):iam::(?<account>[0-9]{12}):role(?<path>/(?:[\x21-\x7E]{0,510}/)?)(?<name>[A-Za-z0-9_+=,.@-]{1,64})\z",
        RegexOptions.CultureInvariant);

    /// <summary>Reads the ARN of a role. The ARN of anything else, or of an assumed-role session, is not
    /// accepted.</summary>
    /// <param name="text">The text.</param>
    /// <param name="arn">The ARN, or null.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out RoleArn? arn)
    {
        arn = null;
        if (text is null || text.Length > MaximumLength)
            return false;
        var match = Form.Match(text);
        if (match.Success)
        {
            arn = new(
                match.Groups["partition"].Value, match.Groups["account"].Value,
                match.Groups["path"].Value, match.Groups["name"].Value);
        }
        return match.Success;
    }

    /// <summary>The ARN as text.</summary>
    public override string ToString() => $"arn:{Partition}:iam::{AccountId}:role{Path}{Name}";
}
