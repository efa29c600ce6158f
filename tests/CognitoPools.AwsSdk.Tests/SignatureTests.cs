using Amazon.CognitoIdentity;

namespace CognitoPools.AwsSdk.Tests;

public class SignatureTests
{
    /// <summary>
    /// A line of official-signatures.txt that differs from AWSSDK.CognitoIdentity and AWSSDK.IdentityManagement 4 would break a build with
    /// -p:UseAwsSdkPackages=true, so the list changes only after a look at the official sources; its head says how it was made.
    /// </summary>
    [Fact]
    public void The_public_surface_is_that_of_the_official_packages()
    {
        var official = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "official-signatures.txt")).Where(line => !line.StartsWith('#')).ToList();
        Assert.Equal(official, SignatureListing.Of(typeof(IAmazonCognitoIdentity).Assembly));
    }
}
