using System.Text.RegularExpressions;
using CognitoPools.Account;

namespace CognitoPools;

/// <summary>Identity pool ids: <c>region:uuid</c>. An identity's id has the same form.</summary>
public static class PoolIds
{
    private static readonly Regex Form = new(
        @"\A(?<region>[a-z]{2,4}(-[a-z]+)+-[0-9]+):(?<uuid>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\z",
        RegexOptions.CultureInvariant);
    private static readonly Regex ArnForm = new(
        @"\Aarn:(?<partition>[a-z-]+):cognito-identity:(?<region>[a-z0-9-]+):[0-9]{12}:identitypool/(?<id>\S+)\z", RegexOptions.CultureInvariant);

    /// <summary>Whether the text is an id.</summary>
    /// <param name="text">A name or an id.</param>
    internal static bool IsId(string text) => Form.IsMatch(text);

    /// <summary>Whether the text looks like an id: names have no colon.</summary>
    /// <param name="text">A name or an id.</param>
    public static bool LooksLikeId(string text) => text.IndexOf(':') >= 0;

    /// <summary>The Region of an id.</summary>
    /// <param name="id">A pool's id.</param>
    /// <exception cref="InvalidSettingException">The text is not an id.</exception>
    public static string Region(string id) => Match(id).Groups["region"].Value;

    /// <summary>The uuid of an id.</summary>
    /// <param name="id">A pool's id.</param>
    /// <exception cref="InvalidSettingException">The text is not an id.</exception>
    internal static string Uuid(string id) => Match(id).Groups["uuid"].Value;

    /// <summary>The ARN of a pool.</summary>
    /// <param name="region">Its Region.</param>
    /// <param name="accountId">Its account.</param>
    /// <param name="id">Its id.</param>
    internal static string Arn(string region, string accountId, string id) =>
        AwsPartition.FromRegion(region).Arn("cognito-identity", region, accountId, "identitypool/" + id);

    /// <summary>The id in the ARN of an identity pool; null for any other text.</summary>
    /// <param name="text">A text that can be an ARN.</param>
    internal static string? FromArn(string text)
    {
        var match = ArnForm.Match(text);
        return match.Success && IsId(match.Groups["id"].Value) && Region(match.Groups["id"].Value) == match.Groups["region"].Value
            && AwsPartition.FromRegion(match.Groups["region"].Value).Name == match.Groups["partition"].Value
            ? match.Groups["id"].Value
            : null;
    }

    private static Match Match(string id)
    {
        var match = Form.Match(id);
        return match.Success
            ? match
            : throw new InvalidSettingException(
                "IdentityPoolId",
                id,
                "the value is not the id of an identity pool.",
                "Specify an id such as 'eu-west-1:12345678-1234-1234-1234-123456789012'. Get-CognitoIdentityPool lists the pools.");
    }
}
