@echo off
rem Socket Workbench, from a checkout, on Windows: the same as ./workbench elsewhere, whose header tells the commands.
rem All it needs is Python 3.11 or newer, from python.org or the Microsoft Store.
setlocal
set "PYTHONHOME="
if defined WORKBENCH_PYTHON (
    call :try "%WORKBENCH_PYTHON%" && goto found
)
call :try py -3 && goto found
call :try python && goto found
call :try python3 && goto found
echo workbench: Python 3.11 or newer is needed; install it from python.org or with: winget install Python.Python.3.13>&2
exit /b 1

:found
%python% -I "%~dp0packaging\start_windows.py" %*
exit /b %errorlevel%

:try
%* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul || exit /b 1
set python=%*
exit /b 0
