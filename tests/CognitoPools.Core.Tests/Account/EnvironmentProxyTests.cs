using System.Net;
using CognitoPools.Account;

namespace CognitoPools.Core.Tests.Account;

public class EnvironmentProxyTests
{
    [Theory]
    [InlineData("HTTPS_PROXY=http://proxy:8080", "https://iam.amazonaws.com/", "http://proxy:8080/")]
    [InlineData("https_proxy=proxy:8080", "https://iam.amazonaws.com/", "http://proxy:8080/")]
    [InlineData("ALL_PROXY=http://proxy:1", "https://iam.amazonaws.com/", "http://proxy:1/")]
    [InlineData("HTTPS_PROXY=http://upper:1;https_proxy=http://lower:1", "https://iam.amazonaws.com/", "http://lower:1/")]
    [InlineData("HTTP_PROXY=http://plain:1;HTTPS_PROXY=http://safe:1", "http://example.com/", "http://plain:1/")]
    [InlineData("HTTPS_PROXY=http://proxy:1;NO_PROXY=.amazonaws.com", "https://iam.amazonaws.com/", null)]
    [InlineData("HTTPS_PROXY=http://proxy:1;NO_PROXY=example.com, iam.amazonaws.com", "https://iam.amazonaws.com/", null)]
    [InlineData("HTTPS_PROXY=http://proxy:1;NO_PROXY=amazonaws.com", "https://notamazonaws.com/", "http://proxy:1/")]
    [InlineData("HTTPS_PROXY=http://proxy:1;NO_PROXY=*", "https://iam.amazonaws.com/", null)]
    [InlineData("HTTPS_PROXY=http://proxy:1", "https://localhost:5000/", null)]
    public void Is_chosen_as_the_variables_say(string variables, string destination, string? expected) =>
        Assert.Equal(expected, Read(variables)!.GetProxy(new Uri(destination))?.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("HTTPS_PROXY=  ")]
    [InlineData("NO_PROXY=*")]
    public void Is_none_where_no_variable_names_one(string variables) => Assert.Null(Read(variables));

    [Fact]
    public void Takes_user_and_password_from_the_address()
    {
        var credential = Assert.IsType<NetworkCredential>(Read("HTTPS_PROXY=http://me:p%40ss@proxy:8080")!.Credentials);
        Assert.Equal(("me", "p@ss"), (credential.UserName, credential.Password));
    }

    private static EnvironmentProxy? Read(string variables)
    {
        var known = variables.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return EnvironmentProxy.Read(known.GetValueOrDefault);
    }
}
