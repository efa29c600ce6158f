using System.Text.RegularExpressions;
using CognitoPools.Account;

namespace CognitoPools.Providers;

/// <summary>A Cognito user pool, identified by its id, provider name, issuer or ARN. Each can end with a slash or with
/// an app client.</summary>
/// <param name="Id">The id, such as <c>eu-west-1_AbCdEf123</c>.</param>
/// <param name="Region">Its Region.</param>
/// <param name="ClientId">The app client in the text, or null.</param>
internal sealed record UserPoolName(string Id, string Region, string? ClientId)
{
    private static readonly Regex Form = new(
        @"\A(?:(?:https://)?(?<host>cognito-idp\.(?<near>[a-z0-9-]+)\.[a-z0-9.-]+)/"
            + @"|arn:(?<partition>[a-z-]+):cognito-idp:(?<near>[a-z0-9-]+):[0-9]{12}:userpool/)?"
            + @"(?<id>(?<region>[a-z]{2,4}(-[a-z]+)+-[0-9]+)_[0-9A-Za-z]+)(/|:(?<client>[0-9A-Za-z_]{1,128}))?\z",
        RegexOptions.CultureInvariant);

    /// <summary>The name of the user pool in an identity pool.</summary>
    public string ProviderName => $"cognito-idp.{Region}.{AwsPartition.FromRegion(Region).DnsSuffix}/{Id}";

    /// <summary>Reads any of these forms. The Region of a host or an ARN must be that of the id, because the pool would
    /// never accept tokens of another host.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The user pool, or null.</returns>
    public static UserPoolName? Find(string text)
    {
        var match = Form.Match(text);
        if (!match.Success)
            return null;
        var name = new UserPoolName(
            match.Groups["id"].Value, match.Groups["region"].Value, match.Groups["client"] is { Success: true } client ? client.Value : null);
        var partition = AwsPartition.FromRegion(name.Region);
        var isOfItsRegion = !match.Groups["near"].Success || match.Groups["near"].Value == name.Region;
        var isOfItsHost = !match.Groups["host"].Success
            || match.Groups["host"].Value == $"cognito-idp.{name.Region}.{partition.DnsSuffix}";
        var isOfItsPartition = !match.Groups["partition"].Success || match.Groups["partition"].Value == partition.Name;
        return isOfItsRegion && isOfItsHost && isOfItsPartition ? name : null;
    }
}
