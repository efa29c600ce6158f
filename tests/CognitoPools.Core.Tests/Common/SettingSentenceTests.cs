namespace CognitoPools.Core.Tests.Common;

public class SettingSentenceTests
{
    [Theory]
    [InlineData("Role", "admin:x", "is not the ARN of an IAM role.", "Role 'admin:x' is not the ARN of an IAM role.")]
    [InlineData("Role", "x", "it can be used only with -CreateRole.", "Role 'x' can be used only with -CreateRole.")]
    [InlineData("Role", "x", "its trust policy could not be read.", "Role 'x': its trust policy could not be read.")]
    [InlineData("Tag", "aws:a", "keys that begin with 'aws:' belong to AWS.", "Tag 'aws:a': keys that begin with 'aws:' belong to AWS.")]
    [InlineData("Role", "", "is not the name of an IAM role.", "Role (an empty value) is not the name of an IAM role.")]
    [InlineData("Role", "", "must have 1 to 64 letters.", "Role (an empty value) must have 1 to 64 letters.")]
    [InlineData("Tag", null, "must not be an empty table.", "-Tag must not be an empty table.")]
    [InlineData("Path", null, "it cannot be used with -Plan.", "-Path cannot be used with -Plan.")]
    [InlineData("Role", null, "no change was requested.", "No change was requested.")]
    [InlineData("Rule", null, "-Rule and -AddRule cannot be used together.", "-Rule and -AddRule cannot be used together.")]
    [InlineData("Login", null, "accounts.google.com has no login.", "accounts.google.com has no login.")]
    [InlineData("Document", null, "guestAccess must be true or false.", "guestAccess must be true or false.")]
    [InlineData("At", null, "isolated words are not verbs.", "Isolated words are not verbs.")]
    public void Setting_value_and_rule_are_one_sentence(string setting, string? value, string rule, string sentence)
    {
        var exception = new InvalidSettingException(setting, value, rule, "Correct it.");
        Assert.Equal((sentence, $"{sentence} Correct it."), (exception.Cause, exception.Message));
    }

    [Fact]
    public void A_long_value_is_shortened() =>
        Assert.Equal(
            $"Name '{new string('x', 60)}... (61 characters)' is not valid.",
            new InvalidSettingException("Name", new string('x', 61), "is not valid.", "").Cause);
}
