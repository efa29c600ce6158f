using Amazon.CognitoIdentity;

namespace CognitoPools.AwsSdk.Tests;

public class SignatureTests
{
    /// <summary>
    /// A signature that differs from AWSSDK.CognitoIdentity and AWSSDK.IdentityManagement 4 would break a build with
    /// -p:UseAwsSdkPackages=true.
    /// </summary>
    [Fact]
    public void What_the_stand_in_has_is_in_the_official_packages_too()
    {
        var official = Qualified(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "official-signatures.txt"))
            .Where(line => !line.StartsWith('#')));
        Assert.Empty(Qualified(
            SignatureListing.Of(typeof(IAmazonCognitoIdentity).Assembly)).Except(official, StringComparer.Ordinal));
    }

    /// <summary>The lines of members with the line of their type in front.</summary>
    private static IEnumerable<string> Qualified(IEnumerable<string> lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith(' '))
                type = line;
            yield return line == type ? type : type + line;
        }
    }
}
